import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll(
  /\/\*[\s\S]*?\*\//g,
  '',
);

const RULES = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors, body]) => ({
  selectors: selectors!.split(',').map((each) => each.trim()),
  properties: [...body!.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(
    ([, name, value]) => [name!, value!.trim()] as const,
  ),
}));

/** Custom properties of every rule for this selector, later ones over earlier ones. */
function block(selector: string): Map<string, string> {
  const found = RULES.filter(({ selectors }) => selectors.includes(selector));
  if (found.length === 0) throw new Error(`no block ${selector}`);
  return new Map(found.flatMap(({ properties }) => properties));
}

function colour(tokens: Map<string, string>, name: string): string {
  const value = tokens.get(name) ?? '';
  const reference = value.match(/^var\((--[\w-]+)\)$/);
  return reference ? colour(tokens, reference[1]!) : value;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

/** As the cascade has it: roots, then the accent, then the contrast that a visitor asked for. */
const root = block(':root');
const ACCENTS = [...new Set([...css.matchAll(/\[data-accent="(\w+)"\]/g)].map((found) => found[1]!))];

const THEMES = Object.fromEntries(
  ACCENTS.flatMap((accent) => {
    const own = new Map([...root, ...block(`[data-accent="${accent}"]`)]);
    return [
      [accent, own],
      [`${accent}, high`, new Map([...own, ...block('[data-contrast="high"]')])],
      [`${accent}, dark`, new Map([...own, ...block('[data-contrast="dark"]')])],
    ];
  }),
);

/** Every pair of text and ground that a component uses. WCAG 2.2 1.4.6: 7:1. */
const TEXT = [
  ['--text', '--ground'],
  ['--text', '--ground-deep'],
  ['--text', '--surface'],
  ['--text', '--touch-wash'],
  ['--text', '--warn-wash'],
  ['--text', '--danger-wash'],
  ['--text', '--aloud'],
  ['--quiet', '--ground'],
  ['--quiet', '--ground-deep'],
  ['--quiet', '--surface'],
  ['--quiet', '--touch-wash'],
  ['--touch', '--ground'],
  ['--touch', '--ground-deep'],
  ['--touch', '--touch-wash'],
  ['--on-touch', '--touch'],
  ['--on-touch', '--touch-deep'],
  ['--danger', '--ground'],
  ['--danger', '--danger-wash'],
  ['--on-danger', '--danger'],
  ['--on-danger', '--danger-deep'],
  ['--warn', '--warn-wash'],
] as const;

describe('tokens', () => {
  it('there are hues to choose from, none twice the same', () => {
    const hues = ACCENTS.map((accent) => block(`[data-accent="${accent}"]`).get('--hue'));
    expect(hues.length).toBeGreaterThan(1);
    expect(new Set(hues).size).toBe(hues.length);
  });

  for (const [theme, tokens] of Object.entries(THEMES)) {
    it.each(TEXT)(`${theme}: %s on %s reads at 7:1`, (text, ground) => {
      expect(contrast(colour(tokens, text), colour(tokens, ground))).toBeGreaterThanOrEqual(7);
    });

    it(`${theme}: a greyed cell can still be made out`, () => {
      expect(contrast(colour(tokens, '--off'), colour(tokens, '--ground'))).toBeGreaterThanOrEqual(3);
    });
  }

  it.each(['--text', '--quiet', '--touch'])('dim: %s can still be read, and is no lamp', (text) => {
    const dim = block('[data-dim]');
    const ratio = contrast(colour(dim, text), colour(dim, '--ground'));
    expect(ratio).toBeGreaterThanOrEqual(4.5);
    expect(ratio).toBeLessThan(9);
  });
});
