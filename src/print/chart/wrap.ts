/** Breaks words for a drawing, where nothing wraps by itself. Widths are in em: a hanzi is one, Latin about half. */

export const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) < 0x2e80 ? 0.58 : 1;
  return width;
};

const MAY_NOT_BEGIN = /^[，。；：、！？）”’》」%]/;

/** A run that must stay together: a number with its unit's Latin part, or one hanzi. */
const runsOf = (text: string): readonly string[] => text.match(/[\w.–-]+ ?|[^\w]/gu) ?? [];

/** Lines no wider than `max`, evened out so that no line holds a single left-over character. */
export const wrap = (text: string, max: number): readonly string[] => {
  const count = Math.max(1, Math.ceil(widthOf(text) / max));
  // A little play, or the last character of an even split falls into a line of its own.
  const even = count === 1 ? max : Math.min(max, widthOf(text) / count + 0.9);
  const lines: string[] = [''];
  for (const run of runsOf(text)) {
    const line = lines.at(-1) ?? '';
    // A blank before such a mark was a slip of the hand, and would push the mark out of the line.
    if (MAY_NOT_BEGIN.test(run)) lines[lines.length - 1] = line.trimEnd() + run;
    else if (line !== '' && widthOf(line + run.trimEnd()) > even) lines.push(run.trimStart());
    else lines[lines.length - 1] = line + run;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};
