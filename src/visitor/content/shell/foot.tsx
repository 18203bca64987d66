import { FootBar, type FootCell } from '../../../ui/foot-bar.tsx';
import { type Language, languageIds, languages } from '../../../words/language.ts';
import { aloud, reader } from '../../session/aloud.ts';
import { comfort, isBlank } from '../../session/memory.ts';
import { mode } from '../../session/mode.ts';
import { back, canGoBack, goHome, screen } from '../../session/screen.ts';
import { backStep } from '../../slots.ts';
import { t } from '../../t.ts';
import { noteStepBack } from './places.ts';

export interface FootProps {
  readonly onComfort: () => void;
  readonly onHelp: () => void;
  readonly onLeave: () => void;
}

const goBack = (): void => {
  noteStepBack();
  back();
};

/** Called by itself, so that it is found by who reads no word of this one. */
const otherThan = (chosen: Language) => {
  const lang = languageIds.find((id) => id !== chosen) ?? chosen;
  return { words: languages[lang], lang };
};

/** Absent on a machine without a voice: what it offered would never come. */
const readingCell = (): readonly FootCell[] => {
  const voice = reader.value;
  if (voice === null) return [];
  const isReading = aloud.value === 'reading' || aloud.value === 'paused';
  return [
    {
      key: 'aloud',
      icon: isReading ? 'square' : 'volume-2',
      label: isReading ? t('不念了') : t('念给我听'),
      isPressed: isReading,
      onPress: isReading ? voice.stop : voice.read,
    },
  ];
};

/** On the hall's screen: asleep while there is nothing of a visitor. The receipt has a greater one of its own. */
const leavingCell = (onLeave: () => void): readonly FootCell[] =>
  mode.value === 'screen' && screen.value.name !== 'receipt'
    ? [{ key: 'leave', icon: 'eraser', label: t('完成并清除'), onPress: onLeave, disabled: isBlank.value }]
    : [];

/** The things that are in the same place on every screen. */
export function Foot({ onComfort, onHelp, onLeave }: FootProps) {
  const cells: readonly FootCell[] = [
    {
      key: 'back',
      icon: 'chevron-left',
      label: t('上一步'),
      onPress: backStep.value ?? goBack,
      disabled: !canGoBack.value && backStep.value === null,
    },
    { key: 'home', icon: 'house', label: t('首页'), onPress: goHome, disabled: screen.value.name === 'home' },
    ...readingCell(),
    {
      key: 'comfort',
      icon: 'type',
      label: t('大字'),
      also: otherThan(comfort.value.language),
      onPress: onComfort,
    },
    { key: 'help', icon: 'phone', label: t('帮助'), onPress: onHelp },
    ...leavingCell(onLeave),
  ];
  return <FootBar label={t('常用')} cells={cells} />;
}
