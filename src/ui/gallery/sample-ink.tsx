import type { InkStroke, Recogniser } from '../keyboard/ink.ts';
import { InkCanvas } from '../keyboard/ink-canvas.tsx';
import { InkStrip } from '../keyboard/ink-strip.tsx';
import keyboard from '../keyboard/keyboard.module.css';
import { Keyboard } from '../keyboard/keyboard.tsx';
import type { TextTarget } from '../keyboard/text-target.ts';
import styles from './gallery.module.css';
import { Part } from './part.tsx';

const nowhere: TextTarget = { insert: () => {}, backspace: () => {}, reveal: () => {} };

/** The gallery reads no hand: it counts strokes. */
const counting: Recogniser = (strokes) => [...(strokes.length === 1 ? '一二三丁七' : '十人入八力刀厂又')];

/** 十 */
const WRITTEN: readonly InkStroke[] = [
  [
    [60, 120],
    [240, 110],
  ],
  [
    [150, 30],
    [152, 220],
  ],
];

/** Writing by hand: to be tried, for one hand, without its data, and with something written. */
export function InkSample() {
  return (
    <main class={styles.parts}>
      <Part name="Keyboard: ink">
        <Keyboard
          target={nowhere}
          modes={['ink', 'digits']}
          isMultiline
          action={{ label: '下一题', onPress: () => {} }}
          loadRecogniser={async () => counting}
        />
      </Part>
      <Part name="Keyboard: ink for one hand, its data not there">
        <Keyboard
          target={nowhere}
          modes={['ink', 'pinyin']}
          side="left"
          action={{ label: '下一题', onPress: () => {} }}
          loadRecogniser={() => Promise.reject(new Error('cut'))}
        />
      </Part>
      <Part name="InkStrip, InkCanvas">
        <div class={keyboard.keyboard}>
          <InkStrip candidates={[...'十千干士土上工']} hint="" onPick={() => {}} />
          <InkCanvas strokes={WRITTEN} onStroke={() => {}} />
        </div>
      </Part>
    </main>
  );
}
