import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Day, dayAtHall, minuteInWords } from '../../contract/day.ts';
import type { EntryDetail, Signature } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import {
  aspectIds,
  aspects,
  type Duty,
  duties,
  reviewMoveRule,
  reviewStateInWords,
} from '../../contract/review.ts';
import { browserPrinter } from '../../print/browser-printer.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import styles from './paper-sheet.module.css';
import { attachmentLines, englishInWords, findingLines, type Known, pictureLines } from './sheet-facts.ts';
import { useKnownFiles } from './use-known-files.ts';
import { isWithheld } from './withheld-form.tsx';

export interface PaperSheetProps {
  readonly detail: EntryDetail;
}

/** The review sheet (审查单) of one draft, as it also comes out of the printer: what was looked at, down to the files, and every signature with its date. */
export function PaperSheet({ detail }: PaperSheetProps) {
  const { session, clock } = useDesk();
  const known = useKnownFiles(detail);
  const failed = useSignal<string | null>(null);
  const hallName = session.value?.hallName ?? '';
  const form = { detail, hallName, known, today: dayAtHall(clock()) };
  const print = async (): Promise<void> => {
    const content = <Form {...form} />;
    const outcome = await browserPrinter(document).print({ size: 'a4', title: '审查单', content });
    failed.value = outcome === 'handed-over' ? null : '没有打印成功，请再试一次。';
  };
  return (
    <div>
      <Form {...form} />
      <p class={styles.print}>
        <Button isSmall onPress={print} isDisabled={known === undefined}>
          打印审查单（A4）
        </Button>
        <span role="status">{failed.value}</span>
      </p>
    </div>
  );
}

interface FormProps extends PaperSheetProps {
  readonly hallName: string;
  /** Undefined: not asked yet. */
  readonly known: Known | undefined;
  readonly today: Day;
}

function Form({ detail, hallName, known, today }: FormProps) {
  const id = useId();
  const attachments = attachmentLines(detail.entry, known ?? new Map());
  const pictures = pictureLines(detail.entry);
  return (
    <section class={styles.paper} aria-labelledby={id}>
      <h2 id={id}>
        {hallName}
        <br />
        政府信息公开审查单
      </h2>
      <table>
        <tbody>
          {rowsOf(detail).map(([term, words]) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              <td>{words}</td>
            </tr>
          ))}
          {attachments && (
            <Lines term="附件" lines={known === undefined ? ['正在看附件……'] : attachments} none="没有附件" />
          )}
          {pictures && <Lines term="正文里的图" lines={pictures} none="没有图" />}
          <Lines term="自动检查" lines={findingLines(detail, today)} none="没有指出的地方" />
          <tr>
            <th scope="row">审查方面</th>
            <td>{aspectsOf(detail)}</td>
          </tr>
          {(['review', 'secrecy', 'final'] as const).map((duty) => (
            <SignatureRow key={duty} duty={duty} act={signatureFor(detail, duty)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LinesProps {
  readonly term: string;
  readonly lines: readonly string[];
  readonly none: string;
}

function Lines({ term, lines, none }: LinesProps) {
  return (
    <tr>
      <th scope="row">{term}</th>
      <td>
        {lines.length === 0 ? (
          none
        ) : (
          <ol class={styles.lines}>
            {lines.map((line, at) => (
              <li key={`${at} ${line}`}>{line}</li>
            ))}
          </ol>
        )}
      </td>
    </tr>
  );
}

function rowsOf(detail: EntryDetail): readonly (readonly [string, string])[] {
  const { entry } = detail;
  const isItem = entry.kind === 'item';
  const english = englishInWords(entry);
  return [
    ['信息名称', detail.title],
    ['种类', `${kindInWords[detail.kind]}，第 ${detail.revision} 稿（${reviewStateInWords[detail.state]}）`],
    ...(isItem && entry.docNo ? [['文号', entry.docNo] as const] : []),
    ['拟稿', `${detail.author?.name ?? '导入'}，${minuteInWords(detail.editedAt)}`],
    ['内容摘要', 'summary' in entry ? entry.summary : detail.title],
    ...(english === null ? [] : [['英文', english] as const]),
    ['拟公开方式', isItem ? entry.disclosureWay : '主动公开'],
    ['公开范围', isItem ? entry.scope : '全社会'],
    ['公开时间', whenInWords(detail)],
    ['不予公开的理由和依据', isWithheld(detail) ? (detail.withheld ?? '（还没有写）') : '不适用，拟予公开'],
  ];
}

function SignatureRow({ duty, act }: { readonly duty: Duty; readonly act: Signature | undefined }) {
  return (
    <tr>
      <th scope="row">{duties[duty]}意见</th>
      <td>
        {act === undefined ? (
          '待签'
        ) : (
          <>
            {act.note ?? '同意'}
            <span class={styles.signed}>
              {act.by.name}　{minuteInWords(act.at)}
              {act.isException && '　例外：由一人签'}
              {act.move === 'urgent' && '　紧急发布'}
              {reviewMoveRule(act.move).whileUrgent === true && '　事后补审'}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

/** Signatures of this draft that still count: those after it was last sent for review. */
const standing = ({ history, revision }: EntryDetail) => {
  const own = history.filter((act) => act.revision === revision);
  const returned = own.findIndex((act) => act.move === 'return');
  const since = returned === -1 ? own : own.slice(0, returned);
  return since.filter((act) => reviewMoveRule(act.move).signs !== undefined);
};

const signatureFor = (detail: EntryDetail, duty: Duty): Signature | undefined =>
  standing(detail).find((act) => reviewMoveRule(act.move).signs?.includes(duty));

const aspectsOf = (detail: EntryDetail): string => {
  const looked = standing(detail).flatMap((act) => act.aspects);
  return aspectIds.map((each) => `${looked.includes(each) ? '☑' : '☐'} ${aspects[each]}`).join('　');
};

const whenInWords = ({ state, publishAt, endAt }: EntryDetail): string => {
  const begin =
    state === 'scheduled' && publishAt
      ? `${minuteInWords(publishAt)} 自动发布`
      : state === 'published'
        ? '已发布'
        : '审核通过、发布以后';
  return endAt ? `${begin}，${minuteInWords(endAt)} 自动撤下` : begin;
};
