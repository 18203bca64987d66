import { type Day, dayInWords } from '../contract/day.ts';
import { hasEnglish, type StaleText, staleIn } from '../contract/english.ts';
import type { EnglishTexts } from '../contract/english-texts.ts';
import type { Hall } from '../contract/hall.ts';
import { phoneInGroups } from '../contract/phone.ts';
import { Notice } from '../ui/notice.tsx';
import { language } from '../ui/words/words.ts';
import styles from './language-notice.module.css';
import { helpAtInWords } from './sample-mark.tsx';
import { spoken } from './store/content.ts';
import { t } from './t.ts';

export interface LanguageNoticeProps {
  /** As it was published. */
  readonly entry: { readonly title: string; readonly en?: EnglishTexts };
}

/** Says honestly what the hall has in Chinese alone, or has changed in Chinese since, and who helps to read it. */
export function LanguageNotice({ entry }: LanguageNoticeProps) {
  const hall = spoken.value?.hall;
  if (language.value === 'zh-CN' || !hall) return null;
  if (!hasEnglish(entry))
    return (
      <Notice kind="info" title={t('这一页只有中文。')}>
        {helpIn(hall)}
      </Notice>
    );
  const stale = staleIn(entry);
  const on = stale
    .map((each) => each.on)
    .sort()
    .at(-1);
  return on === undefined ? null : <Stale stale={stale} on={on} hall={hall} />;
}

/** What staff have written by hand: an answer, a note. */
export function SomeChinese({ texts }: { readonly texts: readonly string[] }) {
  const hall = spoken.value?.hall;
  const isThere = texts.some((text) => /\p{Script=Han}/u.test(text));
  if (language.value === 'zh-CN' || !hall || !isThere) return null;
  return (
    <Notice kind="info" title={t('下面有的话只有中文。')}>
      {helpIn(hall)}
    </Notice>
  );
}

const helpIn = (hall: Hall): string =>
  t('请到 {place} 问，或者打 {phone}，工作人员帮您看。', {
    place: helpAtInWords(hall),
    phone: phoneInGroups(hall.hotline),
  });

/** Which sentences they are, with what stands there in Chinese now: nobody acts on what was true once. */
interface StaleProps {
  readonly stale: readonly StaleText[];
  /** The last change. */
  readonly on: Day;
  readonly hall: Hall;
}

function Stale({ stale, on, hall }: StaleProps) {
  return (
    <Notice kind="warn" title={t('中文在{day}改过，英文还没有跟着改。', { day: dayInWords(on, t) })}>
      {t('不一样的地方，以中文为准。')}
      {helpIn(hall)}
      <dl class={styles.stale}>
        {stale.map(({ chinese, english }) => (
          <div key={chinese}>
            <dt>{english}</dt>
            <dd lang="zh-CN">{chinese}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
