import type { Hall } from '../../../contract/hall.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { now } from '../../clock.ts';
import { isSampleHall, Marked } from '../../sample-mark.tsx';
import { mode } from '../../session/mode.ts';
import { contentFault, spoken } from '../../store/content.ts';
import { freshness } from '../../store/facts.ts';
import { freshnessInWords, waitingInWords } from '../../store/freshness-words.ts';
import { waiting } from '../../store/outbox.ts';
import { t } from '../../t.ts';
import { isTyping } from '../../typing.ts';
import styles from './state-line.module.css';

/** How the screen stands, in words, and where a person is who helps. */
export function StateLine() {
  const facts = freshness.value;
  const hall = spoken.value?.hall;
  // Where nothing can be kept nothing is on its way either; the page above says so.
  const isFaulty = contentFault.value !== null && !spoken.value;
  const words = [
    isFaulty ? '' : freshnessInWords(facts, now.value),
    waitingInWords(waiting.value, facts),
  ].filter(Boolean);
  return (
    <footer class={styles.state} data-state="">
      <span role="status">{words.join(' · ')}</span>
      {/* On a phone 帮助 is right beneath, and room is dear. */}
      {hall && mode.value === 'screen' && <HelpLine hall={hall} />}
    </footer>
  );
}

/** In its place while somebody uses a numeric keypad: what each key does. */
export function KeypadLine() {
  return (
    <footer class={styles.state} data-state="">
      <span>
        {isTyping.value
          ? t('键盘：数字直接写，* 退格，/ 给字母编号，回车往下走。')
          : t('键盘：按数字选，/ 给后面的编号，回车往下走；− 上一步，. 首页，+ 大字，* 帮助。')}
      </span>
    </footer>
  );
}

export const HelpLine = ({ hall }: { readonly hall: Hall }) => (
  <span>
    {t('要人帮忙：')}
    <Marked isSample={isSampleHall(hall, 'phones')}>{localNumber(hall.hotline, hall.areaCode)}</Marked>{' '}
    {t('或到')} <Marked isSample={isSampleHall(hall, 'departments')}>{hall.helpAt}</Marked>
  </span>
);

/** Without the area code that everybody here leaves away. */
const localNumber = (phone: string, areaCode: string): string =>
  phoneInGroups(phone).replace(new RegExp(`^${areaCode}-`), '');
