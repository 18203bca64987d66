import type { ChartLayout, ChartStep } from '../../contract/chart.ts';
import { wrap } from './wrap.ts';

/** The words of a step as lines in its box, in the sizes for which the publication measured the box. */

export type ChartBox = ChartLayout['boxes'][number];

export interface BoxLine {
  readonly text: string;
  readonly kind: 'label' | 'detail';
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
}

const LABEL_EM = 3.6;
const SIDE_LABEL_EM = 3;
const DETAIL_EM = 2.5;
const LEADING = 1.35;
const PADDING = 1.4;
/** Words stand in so much of a diamond's width. */
const DIAMOND = 0.66;
/** From the middle of a line of hanzi down to its base line. */
const BASE = 0.36;

/** Who and how long on one line, or on one each when that takes no more room. That the visitor does it the box itself says. */
const whoAndLimit = ({ who, limit }: ChartStep, max: number): readonly string[] => {
  const parts = [who === '您' ? undefined : who, limit].filter((part) => part !== undefined);
  const together = parts.length === 0 ? [] : wrap(parts.join(' · '), max);
  const apart = parts.flatMap((part) => wrap(part, max));
  return together.length > 1 && apart.length <= together.length ? apart : together;
};

const detailsOf = (step: ChartStep, max: number): readonly string[] => [
  ...whoAndLimit(step, max),
  ...(step.note === undefined ? [] : wrap(step.note, max)),
];

export const boxLines = (step: ChartStep, box: ChartBox): readonly BoxLine[] => {
  const inner = (step.shape === 'decision' ? box.width * DIAMOND : box.width) - 2 * PADDING;
  const em = box.column === 0 ? LABEL_EM : SIDE_LABEL_EM;
  const lines = [
    ...wrap(step.label, inner / em).map((text) => ({ text, kind: 'label' as const, size: em })),
    ...detailsOf(step, inner / DETAIL_EM).map((text) => ({
      text,
      kind: 'detail' as const,
      size: DETAIL_EM,
    })),
  ];
  const height = lines.reduce((sum, line) => sum + line.size * LEADING, 0);
  let top = box.y + (box.height - height) / 2;
  return lines.map((line) => {
    const middle = top + (line.size * LEADING) / 2;
    top += line.size * LEADING;
    return { ...line, x: box.x + box.width / 2, y: middle + line.size * BASE };
  });
};
