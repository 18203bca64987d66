import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A table that is wider than its paper is printed column by column: names on one page, their dates on another. Every sheet that
 * says nothing else is made to fit its width (ECMA-376 part 1, 18.3.1.63 and 18.3.1.65); how many pages it is long stays free.
 */
export function fitSheets(xlsx: Uint8Array): Uint8Array {
  const parts = unzipSync(xlsx);
  for (const [name, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) parts[name] = strToU8(fitSheet(strFromU8(part)));
  }
  return zipSync(parts, { level: 1 });
}

export function fitSheet(xml: string): string {
  const data = xml.indexOf('<sheetData');
  // Written with another prefix, or broken: it is left as it is.
  if (!/<worksheet[\s>]/.test(xml.slice(0, 2_000)) || data < 0) return xml;
  const head = xml.slice(0, data);
  if (/<pageSetUpPr[^>]*\bfitToPage="(?:1|true)"/.test(head)) return xml;
  // A sheet without cells ends itself.
  const end = xml.indexOf('</sheetData>', data);
  const tailAt = end < 0 ? xml.indexOf('>', data) + 1 : end;
  return withFit(head) + xml.slice(data, tailAt) + withSetup(xml.slice(tailAt), isWide(head));
}

const FIT = '<pageSetUpPr fitToPage="1"/>';

function withFit(head: string): string {
  const plain = head.replace(/<pageSetUpPr\b[^>]*?\/>/, '');
  if (plain.includes('</sheetPr>')) return plain.replace('</sheetPr>', `${FIT}</sheetPr>`);
  const closed = /<sheetPr\b([^>]*?)\/>/;
  if (closed.test(plain)) return plain.replace(closed, `<sheetPr$1>${FIT}</sheetPr>`);
  return plain.replace(/<worksheet\b[^>]*>/, `$&<sheetPr>${FIT}</sheetPr>`);
}

/** What may stand behind the page's setup, in the schema's order. */
const BEHIND =
  /<(?:headerFooter|rowBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

function withSetup(tail: string, isWideTable: boolean): string {
  const given = /<pageSetup\b[^>]*?\/>/.exec(tail)?.[0] ?? '';
  const orientation = /\borientation="landscape"/.test(given) || isWideTable ? 'landscape' : 'portrait';
  // The relation names the editor's own printer, which is not here.
  const setup = `<pageSetup paperSize="${paperOf(given)}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
  const plain = tail
    .replace(/<colBreaks\b(?:[^>]*?\/>|[\s\S]*?<\/colBreaks>)/, '')
    .replace(/<printOptions\b[^>]*?\/>/, '')
    .replace(given, '');
  return plain.includes('<pageMargins')
    ? plain.replace('<pageMargins', `${LINES}<pageMargins`).replace(BEHIND, (next) => setup + next)
    : plain.replace(BEHIND, (next) => LINES + setup + next);
}

/** The lines that its author sees between the cells, so that the eye stays in its row. */
const LINES = '<printOptions gridLines="1"/>';

const A4 = '9';
const paperOf = (setup: string): string => /\bpaperSize="(\d+)"/.exec(setup)?.[1] ?? A4;

/** An upright A4 holds about ninety characters of the usual size. */
const UPRIGHT_CHARACTERS = 90;
const USUAL_WIDTH = 9;

function isWide(head: string): boolean {
  const columns = columnsTo(/<dimension\b[^>]*\bref="(?:[A-Z]+\d+:)?([A-Z]{1,3})\d+"/.exec(head)?.[1] ?? 'A');
  const widths = Array.from({ length: columns }, () => USUAL_WIDTH);
  for (const [column] of head.matchAll(/<col\b[^>]*>/g)) {
    const [min, max, width] = ['min', 'max', 'width'].map((name) =>
      Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(column)?.[1] ?? 0),
    ) as [number, number, number];
    if (width > 0) widths.fill(width, Math.max(0, min - 1), Math.min(columns, max));
  }
  return widths.reduce((sum, width) => sum + width, 0) > UPRIGHT_CHARACTERS;
}

/** `N` is the fourteenth column. */
const columnsTo = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
