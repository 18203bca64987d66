import { en as contract } from '../../contract/words/en.ts';
import { en as print } from '../../print/words/en.ts';
import { en as ui } from '../../ui/words/en.ts';
import { en } from './en.ts';

/** Every English sentence of the visitor's app. Loaded when somebody chooses English; the service worker keeps it for then. */
export const englishWords = { ...contract, ...print, ...ui, ...en };
