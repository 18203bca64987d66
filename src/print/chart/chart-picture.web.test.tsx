import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { demoObjects } from '../../../tests/fixtures/demo-content.ts';
import type { Chart, ChartLayout } from '../../contract/chart.ts';
import '../../ui/base.css';
import '../../ui/tokens.css';
import { ChartPicture } from './chart-picture.tsx';

const charts = (await demoObjects()).flatMap((object) =>
  object.type === 'entry' && object.entry.kind === 'chart' && object.layout
    ? [{ id: object.entry.id, chart: object.entry, layout: object.layout }]
    : [],
);

const root = document.createElement('div');
document.body.append(root);
root.style.width = '936px';
afterEach(() => render(null, root));

const draw = (chart: Chart, layout: ChartLayout): SVGSVGElement => {
  render(<ChartPicture steps={chart.steps} layout={layout} />, root);
  return root.querySelector('svg')!;
};

/** The corners of the words, in their own drawing's units. Letters reach neither the top nor the bottom of their line box. */
const cornersOf = (text: SVGTextElement): readonly DOMPoint[] => {
  const { x, y, width, height } = text.getBBox();
  const [top, bottom] = [y + height * 0.2, y + height * 0.8];
  return [
    new DOMPoint(x, top),
    new DOMPoint(x + width, top),
    new DOMPoint(x, bottom),
    new DOMPoint(x + width, bottom),
  ];
};

const plain = (words: string): string => words.replaceAll(' ', '');

describe('the picture of a chart', () => {
  it.each(charts)('$id: every word is there and inside its shape, none overlap', ({ chart, layout }) => {
    const svg = draw(chart, layout);
    const steps = [...svg.querySelectorAll('g[data-look]')];
    expect(steps).toHaveLength(chart.steps.length);
    for (const group of steps) {
      const shape = group.querySelector<SVGGeometryElement>('rect, path')!;
      for (const text of group.querySelectorAll('text'))
        expect(
          cornersOf(text).filter((corner) => !shape.isPointInFill(corner)),
          text.textContent ?? '',
        ).toEqual([]);
    }
    const whole = plain(svg.textContent ?? '');
    for (const step of chart.steps) expect(whole).toContain(plain(step.label));
  });

  it.each(charts)('$id: letters are large enough to read on a screen 1080 wide', ({ chart, layout }) => {
    const svg = draw(chart, layout);
    const scale = svg.getBoundingClientRect().width / 1000;
    for (const text of svg.querySelectorAll('text'))
      expect(Number(text.getAttribute('font-size')) * scale).toBeGreaterThan(23);
  });
});
