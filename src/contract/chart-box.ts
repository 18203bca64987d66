import type { ChartStep } from './chart.ts';
import type { Placed, Placement } from './chart-place.ts';

/**
 * How large each step's box is. All its words stand inside: the label, beneath it who and how long, then the note. Sizes are
 * in the drawing's units, of which its width has 100.
 */

/** Heights of letters that the boxes are measured for. */
export const LABEL_EM = 3.6;
export const SIDE_LABEL_EM = 3;
export const DETAIL_EM = 2.5;
const LEADING = 1.35;
const PADDING = 1.4;
/** Words can stand in so much of a diamond's width and height. */
const DIAMOND_WIDTH = 0.66;
const DIAMOND_HEIGHT = 1.7;

export interface Columns {
  readonly left: readonly number[];
  readonly width: readonly number[];
}

export function boxHeight({ step, column }: Placed, width: number): number {
  const inner = (step.shape === 'decision' ? width * DIAMOND_WIDTH : width) - 2 * PADDING;
  const em = column === 0 ? LABEL_EM : SIDE_LABEL_EM;
  const details = detailsOf(step).reduce((lines, text) => lines + linesOf(text, inner / DETAIL_EM), 0);
  const text = (linesOf(step.label, inner / em) * em + details * DETAIL_EM) * LEADING;
  return step.shape === 'decision' ? text * DIAMOND_HEIGHT + PADDING : text + 2 * PADDING;
}

function detailsOf(step: ChartStep): readonly string[] {
  const whoAndLimit = [step.who, step.limit].filter((each) => each !== undefined).join(' · ');
  return [whoAndLimit, step.note ?? ''].filter((each) => each !== '');
}

/** Measured with a little to spare: where a line really breaks is the drawer's affair. */
function linesOf(text: string, ems: number): number {
  return Math.max(1, Math.ceil((widthInEm(text) * 1.08) / ems));
}

export function widthInEm(text: string): number {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) < 0x2e80 ? 0.58 : 1;
  return width;
}

export function rowHeights({ placed, rows }: Placement, columns: Columns): number[] {
  const heights = Array.from({ length: rows }, () => 0);
  for (const each of placed.values()) {
    const height = boxHeight(each, columns.width[each.column] ?? 0);
    heights[each.row] = Math.max(heights[each.row] ?? 0, height);
  }
  return heights;
}
