import * as v from 'valibot';
import { cut } from './cut.ts';
import { Day } from './day-schema.ts';
import { durationInWords } from './deadline.ts';
import { english } from './english-texts.ts';
import type { Guide, Material } from './guide.ts';
import { EntryId } from './id.ts';
import { phoneInGroups } from './phone.ts';
import { line, list } from './schema.ts';
import { chinese, type Say } from './words/say.ts';

/** A convenience card (便民卡片): one service on a piece of paper. At most six lines of what to bring. */

export const MAX_BRING = 6;

export const Card = v.strictObject({
  kind: v.literal('card'),
  id: EntryId,
  title: line(24),
  bring: list(line(28), 0, MAX_BRING),
  where: line(60),
  when: line(60),
  howLong: line(40),
  cost: line(40),
  phone: line(30),
  note: v.exactOptional(line(60)),
  /** The guide that the code on the card leads to. */
  guide: v.exactOptional(EntryId),
  sample: v.boolean(),
  updatedOn: Day,
  en: english,
});
export type Card = v.InferOutput<typeof Card>;

const BRING_MAX = 28;

/** `户口簿原件，复印 1 份`, `代办人身份证原件（由他人代办时）`; a form to fill in is never called an original. */
const bringLine = (material: Material, say: Say): string => {
  const { name, copies, condition } = material;
  const isOriginal = material.type === '原件' && material.kind !== '申请表' && !name.endsWith('原件');
  const what = isOriginal ? say('{name}原件', { name }) : name;
  const line = copies ? say('{what}，复印 {count} 份', { what, count: copies }) : what;
  const withCase = condition === undefined ? line : say('{line}（{condition}）', { line, condition });
  // Latin letters are half as wide.
  const most = /\p{Script=Han}/u.test(withCase) ? BRING_MAX : 2 * BRING_MAX;
  return cut(withCase.length <= most ? withCase : line, most);
};

/** The card of a guide: what is always needed first; when more than six are needed the last line says how many are missing. */
export const cardOfGuide = (guide: Guide, say = chinese): Card => {
  const needed = guide.materials
    .filter((each) => each.necessity !== '免提交')
    .sort((a, b) => Number(a.condition !== undefined) - Number(b.condition !== undefined));
  const place = guide.places[0];
  const shown = needed.length > MAX_BRING ? needed.slice(0, MAX_BRING - 1) : needed;
  const rest = needed.length - shown.length;
  return {
    kind: 'card',
    id: guide.id.replace(/^guide\//, 'card/') as EntryId,
    title: guide.title,
    bring: [
      ...shown.map((each) => bringLine(each, say)),
      ...(rest > 0 ? [say('另有 {rest} 样，见办事指南', { rest })] : []),
    ],
    where: cut([place?.name, place?.window].filter(Boolean).join(' '), 60),
    when: cut(place?.hours ?? '', 60),
    howLong:
      guide.time.promised.unit === 'immediate'
        ? durationInWords(guide.time.promised, say)
        : say('{time}办好', { time: durationInWords(guide.time.promised, say) }),
    cost: guide.fee.charged
      ? cut(guide.fee.items.map((each) => `${each.name} ${each.standard}`).join(say('；')), 40)
      : say('不收费'),
    phone: phoneInGroups(guide.consult.phone),
    guide: guide.id,
    sample: guide.sample.length > 0,
    updatedOn: guide.updatedOn,
  };
};
