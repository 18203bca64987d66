import { computed, signal } from '@preact/signals';
import type { Answer, Answers } from '../../contract/answer.ts';
import type { Day } from '../../contract/day.ts';
import type { Form } from '../../contract/form.ts';
import type { Digest, EntryId } from '../../contract/id.ts';
import type { Limits } from '../../contract/limit.ts';
import type { QueryCode, ReceiptNo } from '../../contract/receipt-no.ts';
import type { Language } from '../../words/language.ts';
import { spokenEntry } from '../store/content.ts';

/**
 * Everything that belongs to the visitor who stands here lives in this one object and nowhere else; `forget` drops it at once.
 * Nothing of it is ever written to storage, an address or a log.
 */

export interface Asked {
  readonly question: string;
  /** Opened from the page that shows everything once more: from here it goes back there. */
  readonly isFromCheck?: boolean;
}

/** A form being filled in: bound to the definition that the visitor saw, whatever is published meanwhile. */
export interface Filing {
  readonly form: Form;
  /** Digest of the published object that holds the definition. */
  readonly digest: Digest;
  readonly answers: Answers;
  /** Where in the form the visitor is. */
  readonly at: 'intro' | 'check' | Asked;
}

export interface GivenReceipt {
  readonly receiptNo: ReceiptNo;
  readonly code: QueryCode;
  readonly form: { readonly id: EntryId; readonly title: string };
  /** Null when this screen's clock cannot be right: then no day of the limits is told either. */
  readonly filedOn: Day | null;
  readonly limits: Limits;
  readonly nextSteps: readonly string[];
}

export interface Comfort {
  readonly textSize: 0 | 1 | 2;
  readonly contrast: 'plain' | 'high' | 'dark';
  /** Controls within the lower part of a tall screen. */
  readonly reach: 'full' | 'low';
  readonly language: Language;
}

export interface Memory {
  /** Guide → materials ticked, by their index. */
  readonly ticks: Readonly<Record<EntryId, readonly number[]>>;
  readonly filing: Filing | null;
  readonly search: string;
  readonly receipt: GivenReceipt | null;
  readonly comfort: Comfort;
  /** Letters → what this visitor chose for them: the keyboard offers it first the next time. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
}

const nothing = (): Memory => ({
  ticks: {},
  filing: null,
  search: '',
  receipt: null,
  comfort: { textSize: 0, contrast: 'plain', reach: 'full', language: 'zh-CN' },
  typed: {},
});

export const memory = signal<Memory>(nothing());

/** Its words in the visitor's language, as far as the hall has them. */
export const filing = computed(() => {
  const held = memory.value.filing;
  return held && { ...held, form: spokenEntry(held.form) };
});
export const answers = computed<Answers>(() => memory.value.filing?.answers ?? {});
export const searchText = computed(() => memory.value.search);
export const receipt = computed(() => memory.value.receipt);
export const comfort = computed(() => memory.value.comfort);
/** Is there anything of a visitor? */
export const isBlank = computed(() => JSON.stringify(memory.value) === JSON.stringify(nothing()));

const change = (part: Partial<Memory>): void => {
  memory.value = { ...memory.peek(), ...part };
};

/** Counts the visitors who are gone: what goes on by itself for one of them ends with it. */
export const visitsOver = signal(0);

export const forget = (): void => {
  visitsOver.value += 1;
  memory.value = nothing();
};

export const ticksOf = (guide: EntryId): readonly number[] => memory.value.ticks[guide] ?? [];

export const toggleTick = (guide: EntryId, material: number): void => {
  const { ticks } = memory.peek();
  const held = ticks[guide] ?? [];
  const next = held.includes(material) ? held.filter((each) => each !== material) : [...held, material];
  change({ ticks: { ...ticks, [guide]: next } });
};

export const beginFiling = (form: Form, digest: Digest): void =>
  change({ filing: { form, digest, answers: {}, at: 'intro' }, receipt: null });

export const moveInFiling = (at: Filing['at']): void => {
  const held = memory.peek().filing;
  if (held !== null) change({ filing: { ...held, at } });
};

/** `undefined` takes an answer back. */
export const answer = (question: string, value: Answer | undefined): void => {
  const held = memory.peek().filing;
  if (held === null) return;
  const { [question]: _, ...others } = held.answers;
  change({ filing: { ...held, answers: value === undefined ? others : { ...others, [question]: value } } });
};

export const leaveFiling = (): void => change({ filing: null });

/** The answers go in the same step in which the receipt comes. */
export const keepReceipt = (given: GivenReceipt): void => change({ filing: null, receipt: given });
export const dropReceipt = (): void => change({ receipt: null });
export const keepTyped = (typed: Memory['typed']): void => change({ typed });
export const typeSearch = (text: string): void => change({ search: text });
export const makeComfortable = (part: Partial<Comfort>): void =>
  change({ comfort: { ...memory.peek().comfort, ...part } });
