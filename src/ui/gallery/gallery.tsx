/*
 * Every component in every state, and whole screens made of them. The address chooses: #parts (default), #home, #guide,
 * #question, #typing, #ink, #receipt; ?text=large|huge and ?contrast=high|dark set what <html> carries in the product, ?words=long|upright speaks a
 * language of long words, ?words=en English.
 */
import '../tokens.css';
import '../base.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { en } from '../words/en.ts';
import { speak } from '../words/words.ts';
import { PartsPage } from './parts-page.tsx';
import { inEnglish, speakAs, speakPseudo } from './pseudo.ts';
import { GuideSample } from './sample-guide.tsx';
import { HomeSample } from './sample-home.tsx';
import { InkSample } from './sample-ink.tsx';
import { QuestionSample } from './sample-question.tsx';
import { ReceiptSample } from './sample-receipt.tsx';
import { TypingSample } from './sample-typing.tsx';

const SAMPLES = {
  '#home': HomeSample,
  '#guide': GuideSample,
  '#question': QuestionSample,
  '#typing': TypingSample,
  '#ink': InkSample,
  '#receipt': ReceiptSample,
};

const place = signal(location.hash);
addEventListener('hashchange', () => {
  place.value = location.hash;
});

const asked = new URLSearchParams(location.search);
document.documentElement.dataset.textSize = asked.get('text') ?? 'normal';
document.documentElement.dataset.contrast = asked.get('contrast') ?? 'normal';

function Gallery() {
  const Sample = SAMPLES[place.value as keyof typeof SAMPLES] ?? PartsPage;
  return <Sample />;
}

render(<Gallery />, document.body);

const words = asked.get('words');
if (words === 'en') {
  document.documentElement.lang = 'en';
  speak('en', en);
  speakAs(document.body, inEnglish);
} else if (words === 'long' || words === 'upright') speakPseudo(document.body);
if (words === 'upright') document.documentElement.dataset.script = 'upright';
