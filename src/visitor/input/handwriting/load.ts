import type { Recogniser } from '../../../ui/keyboard/ink.ts';
import { loadInputData } from '../data.ts';
import { openModel, recognise } from './recognise.ts';

/** What reads the hand, for the keyboard's pad. Strokes go through it and stay nowhere. */
export const loadRecogniser = async (): Promise<Recogniser> => {
  const model = openModel(await loadInputData('handwriting'));
  return (strokes) => recognise(model, strokes);
};
