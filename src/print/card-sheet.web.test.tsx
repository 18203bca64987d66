import jsqr from 'jsqr';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import type { Card } from '../contract/card.ts';
import { CardSheet } from './card-sheet.tsx';
import type { PaperSize } from './port.ts';

const URL_ON_CARD = 'https://bm.example.gov.cn/guide/pension-claim';
const short = {
  kind: 'card',
  id: 'card/pension-claim',
  title: '领取城乡居民养老金',
  bring: ['身份证原件', '社会保障卡'],
  where: '便民服务大厅 3 号窗口',
  when: '周一至周五 8:30–11:30，13:30–17:00',
  howLong: '5 个工作日办好',
  cost: '不收费',
  phone: '0436-786 1003',
  sample: true,
  updatedOn: '2026-11-24',
} as unknown as Card;

/** As long as the schema lets it be. */
const longest: Card = {
  ...short,
  title: '题'.repeat(24),
  bring: Array.from({ length: 6 }, (_, at) => `${at}${'料'.repeat(27)}`),
  where: '处'.repeat(60),
  when: '时'.repeat(60),
  howLong: '久'.repeat(40),
  cost: '费'.repeat(40),
  note: '注'.repeat(60),
};

const show = (card: Card, size: PaperSize): HTMLElement => {
  render(
    <CardSheet
      card={card}
      size={size}
      hallName="嘎什根乡便民服务大厅"
      url={URL_ON_CARD}
      printedOn="2026-11-24"
    />,
    document.body,
  );
  return document.querySelector('article') as HTMLElement;
};
afterEach(() => render(null, document.body));

const MM = 96 / 25.4;
const sizes = [
  ['card', 90, 53.9],
  ['a6', 105, 147.9],
] as const;

test.each(sizes)('%s has the size of its paper', (size, width, height) => {
  const box = show(short, size).getBoundingClientRect();
  expect(Math.abs(box.width - width * MM)).toBeLessThan(0.5);
  expect(Math.abs(box.height - height * MM)).toBeLessThan(0.5);
});

test.each(sizes)('%s: the longest card stays on the paper and nothing runs over the foot', (size) => {
  const sheet = show(longest, size);
  const paper = sheet.getBoundingClientRect();
  const foot = (sheet.querySelector('footer') as HTMLElement).getBoundingClientRect();
  const middle = (
    (sheet.querySelector('ul') as HTMLElement).parentElement as HTMLElement
  ).getBoundingClientRect();
  expect(foot.bottom).toBeLessThanOrEqual(paper.bottom);
  expect(foot.right).toBeLessThanOrEqual(paper.right);
  expect(middle.bottom).toBeLessThanOrEqual(foot.top + 0.5);
});

test.each(sizes)('%s: an ordinary card is not made smaller', (size) => {
  const middle = (show(short, size).querySelector('ul') as HTMLElement).parentElement as HTMLElement;
  expect(middle.style.getPropertyValue('--k')).toBe('1.00');
});

test('the code on the card reads back as the address', async () => {
  const svg = show(short, 'card').querySelector('svg') as SVGSVGElement;
  const image = new Image(400, 400);
  const source = new XMLSerializer().serializeToString(svg).replace('<svg', '<svg width="400" height="400"');
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(400, 400);
  const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  pen.drawImage(image, 0, 0, 400, 400);
  expect(jsqr(pen.getImageData(0, 0, 400, 400).data, 400, 400)?.data).toBe(URL_ON_CARD);
});
