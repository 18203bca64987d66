import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hasEnglish, inEnglish, textsOf } from './english.ts';
import type { EnglishTexts } from './english-texts.ts';

const guide = {
  kind: 'guide',
  title: '领取养老金',
  materials: [{ name: '身份证', type: '原件', necessity: '必要', source: '申请人自备', note: '原件' }],
  steps: [{ label: '受理', who: '您' }],
  visits: { count: 1 },
  en: { 领取养老金: 'Claim a pension', 身份证: 'ID card', 原件: 'Original', 旧的话: 'Gone' },
};

describe('English of an entry', () => {
  it('stands where its Chinese stands, and leaves alone what rules go by', () => {
    expect(inEnglish(guide)).toEqual({
      ...guide,
      title: 'Claim a pension',
      materials: [
        { name: 'ID card', type: '原件', necessity: '必要', source: '申请人自备', note: 'Original' },
      ],
    });
  });

  it('is not shown once the Chinese was changed', () => {
    const changed = { ...guide, title: '申领养老金' };
    expect([inEnglish(changed).title, hasEnglish(changed), hasEnglish(guide)]).toEqual([
      '申领养老金',
      false,
      true,
    ]);
  });

  it('takes from the hall what it says everywhere, but its own first', () => {
    const { steps, title } = inEnglish(guide, { 受理: 'Accepted', 领取养老金: 'Pension' });
    expect([steps[0]?.label, title]).toEqual(['Accepted', 'Claim a pension']);
  });

  it('can be written for each text once, in the order in which they stand', () => {
    expect(textsOf(guide)).toEqual(['领取养老金', '身份证', '原件', '受理']);
  });
});

describe('the demo hall', () => {
  const root = new URL('../server/demo-hall/', import.meta.url);
  const files = [
    'hall.yaml',
    ...['guide', 'form'].flatMap((kind) => readdirSync(new URL(kind, root)).map((name) => `${kind}/${name}`)),
  ];
  const written = files
    .map((file) => ({
      file,
      entry: parse(readFileSync(new URL(file, root), 'utf8')) as object & { en?: EnglishTexts },
    }))
    .filter(({ entry }) => entry.en !== undefined);

  it('has its home, eighteen guides and all forms in English', () => {
    const names = written.map(({ file }) => file);
    expect(names.filter((file) => file.startsWith('guide/'))).toHaveLength(18);
    expect(names.filter((file) => !file.startsWith('guide/'))).toEqual([
      'hall.yaml',
      'form/complaint.yaml',
      'form/disclosure-request.yaml',
      'form/opinion.yaml',
    ]);
  });

  it('has each of them whole, but for the words of laws', () => {
    const everywhere = written.find(({ file }) => file === 'hall.yaml')?.entry.en ?? {};
    const missing = written.flatMap(({ file, entry: { en = {}, ...entry } }) => {
      const { legalBasis = [] } = entry as { readonly legalBasis?: readonly { readonly text?: string }[] };
      const quoted = legalBasis.map(({ text }) => text);
      return textsOf(entry)
        .filter((text) => en[text] === undefined && everywhere[text] === undefined && !quoted.includes(text))
        .map((text) => `${file}: ${text}`);
    });
    expect(missing).toEqual([]);
  });

  it('has no English whose Chinese is gone', () => {
    const everywhere = new Set(
      files.flatMap((file) => textsOf(parse(readFileSync(new URL(file, root), 'utf8')))),
    );
    const lost = written.flatMap(({ file, entry: { en = {}, ...entry } }) => {
      const own = new Set(textsOf(entry));
      return Object.keys(en)
        .filter((text) => !(file === 'hall.yaml' ? everywhere : own).has(text))
        .map((text) => `${file}: ${text}`);
    });
    expect(lost).toEqual([]);
  });
});
