import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findCycles, findViolations, packagesBehind, RULE_NAMES } from './setup/boundary-rules.ts';
import { readFacts } from './setup/source-facts.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const broken = (path: string, text: string) => findViolations(readFacts(path, text));

describe('the tree keeps every rule', () => {
  const files = ['src', 'tests', 'kiosk'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );

  test('it was really read', () => {
    expect(files).toContain('src/contract/result.ts');
    expect(files).toContain('tests/boundaries.test.ts');
  });

  const facts = files.map((path) => readFacts(path, readFileSync(join(root, path), 'utf8')));

  test('no files load one another in a ring', () => {
    expect(findCycles(facts)).toEqual([]);
  });

  test('home stands on three packages: no schema is loaded before it is painted', () => {
    const behind = packagesBehind('src/visitor/main.tsx', facts);
    expect(behind.length).toBeGreaterThan(20);
    expect(behind.filter((each) => !/^(preact|@preact\/signals|idb)[ /]/.test(each))).toEqual([]);
  });

  test('no file breaks a rule', () => {
    const violations = facts.flatMap(findViolations);
    expect(violations.map(({ path, what }) => `${path}: ${what}`)).toEqual([]);
  });
});

/** What each rule must refuse, and beside it what looks alike and is allowed. */
const cases: [rule: string, path: string, text: string][] = [
  ['folders', 'src/contract/a.ts', `import { b } from '../seal/b.ts';`],
  ['folders', 'src/ui/a.tsx', `import type { Entry } from '../contract/entry.ts';`],
  ['folders', 'src/visitor/main.tsx', `import { b } from '../staff/b.ts';`],
  ['folders', 'src/visitor/main.tsx', `const b = await import('../server/b.ts');`],
  ['folders', 'src/server/a.ts', `export { b } from '../print/b.ts'; export const c = 1;`],
  ['folders', 'src/server/main.ts', `import { fake } from '../../tests/fakes/proxy.ts';`],
  ['folders', 'src/staff/a.ts', `import { hash } from '../seal/node/password.ts';`],
  ['folders', 'src/seal/a.ts', `import { hash } from './node/password.ts';`],
  ['folders', 'src/server/main.ts', `import { hall } from './test-hall.ts';`],
  ['packages', 'src/contract/a.ts', `import { z } from 'zod';`],
  ['packages', 'src/contract/a.ts', `import { readFileSync } from 'node:fs';`],
  ['packages', 'src/ui/a.ts', `import * as v from 'valibot';`],
  ['packages', 'src/visitor/store/a.ts', `import { Hono } from 'hono';`],
  ['packages', 'src/server/a.ts', `import { render } from 'preact';`],
  ['capability', 'src/visitor/content/a.ts', `await fetch('/api');`],
  ['capability', 'src/visitor/content/a.ts', `await globalThis.fetch('/api');`],
  ['capability', 'src/visitor/content/a.ts', `await window['fetch']('/api');`],
  ['capability', 'src/visitor/content/a.ts', `const go = fetch; go('/api');`],
  ['capability', 'src/staff/content/a.ts', `new EventSource('/api');`],
  ['capability', 'src/print/a.ts', `fetch('/x');`],
  ['capability', 'src/server/a.ts', `fetch('http://10.0.0.1');`],
  ['capability', 'src/visitor/sync/a.ts', `indexedDB.open('x');`],
  ['capability', 'src/visitor/sync/a.ts', `import { openDB } from 'idb';`],
  ['capability', 'src/visitor/session/a.ts', `localStorage.setItem('a', 'b');`],
  ['capability', 'src/visitor/session/a.ts', `await navigator.storage.getDirectory();`],
  ['capability', 'src/server/submission/a.ts', `import { sql } from 'kysely';`],
  ['capability', 'src/server/submission/a.ts', `import Database from 'better-sqlite3';`],
  ['capability', 'src/server/account/a.ts', `import { hash } from '@node-rs/argon2';`],
  ['capability', 'src/server/account/a.ts', `import { createHash } from 'node:crypto';`],
  ['capability', 'src/visitor/store/a.ts', `crypto.subtle.digest('SHA-256', x);`],
  ['capability', 'src/visitor/store/a.ts', `const { digest } = globalThis.crypto.subtle;`],
  ['capability', 'src/visitor/content/a.tsx', `window.print();`],
  ['capability', 'src/visitor/content/a.tsx', `const a = <p dangerouslySetInnerHTML={{ __html: x }} />;`],
  ['capability', 'src/staff/a.ts', `element.innerHTML = text;`],
  ['purity', 'src/contract/a.ts', `export const now = () => Date.now();`],
  ['purity', 'src/contract/a.ts', `export const now = () => new Date();`],
  ['purity', 'src/contract/a.ts', `export const id = () => Math.random();`],
  ['purity', 'src/contract/a.ts', `export const id = () => crypto.randomUUID();`],
  ['purity', 'src/contract/a.ts', `export const lang = document.documentElement.lang;`],
  ['visitor', 'src/visitor/content/a.tsx', `import { b } from '../submission/b.tsx';`],
  ['visitor', 'src/visitor/content/a.tsx', `import { pull } from '../sync/pull.ts';`],
  ['visitor', 'src/visitor/store/a.ts', `import { pull } from '../sync/pull.ts';`],
  ['visitor', 'src/visitor/session/screen.ts', `import { home } from '../content/home-screen.tsx';`],
  ['visitor', 'src/visitor/submission/a.tsx', `import { start } from '../main.tsx';`],
  ['visitor', 'src/visitor/words.ts', `import { home } from './content/home-screen.tsx';`],
  ['server', 'src/server/content/a.ts', `import { b } from '../submission/b.ts';`],
  ['server', 'src/server/audit/a.ts', `import { b } from '../submission/b.ts';`],
  ['server', 'src/server/store/a.ts', `import { b } from '../http/b.ts';`],
  ['server', 'src/server/http/a.ts', `import { b } from '../account/b.ts';`],
  ['extensions', 'src/ui/a.ts', `import { b } from './b';`],
  ['extensions', 'tests/a.test.ts', `import { b } from '../src/ui/b.js';`],
  ['barrels', 'src/ui/all.ts', `export * from './button.tsx'; export { a } from './a.ts';`],
  ['barrels', 'src/ui/index.ts', `export const a = 1;`],
  ['defaults', 'src/ui/a.tsx', `export default function A() {}`],
  ['defaults', 'src/ui/a.tsx', `const a = 1; export { a as default };`],
  ['length', 'src/ui/a.ts', 'let a;\n'.repeat(301)],
];

const allowed: [path: string, text: string][] = [
  [
    'src/contract/a.ts',
    `import * as v from 'valibot'; export const day = (t: string) => new Date(t).getTime();`,
  ],
  [
    'src/contract/a.ts',
    `export const a = { now: 1, fetch: 2 }; export interface B { fetch(): void; document: string }`,
  ],
  ['src/seal/a.ts', `import { CipherSuite } from '@hpke/core'; await crypto.subtle.digest('SHA-256', x);`],
  [
    'src/ui/a.tsx',
    `import { signal } from '@preact/signals'; import style from './a.module.css'; signal(style);`,
  ],
  [
    'src/visitor/main.tsx',
    `import { a } from './content/a.tsx'; import { pull } from './sync/pull.ts'; a(pull);`,
  ],
  [
    'src/visitor/content/a.tsx',
    `import { screen } from '../session/screen.ts'; import { entry } from '../store/entry.ts';`,
  ],
  ['src/visitor/sync/pull.ts', `await fetch('/api'); new EventSource('/api/events');`],
  [
    'src/visitor/store/a.ts',
    `import { openDB } from 'idb'; indexedDB.deleteDatabase('x'); navigator.storage.persist();`,
  ],
  ['src/visitor/content/a.ts', `export function read(fetch: (a: string) => void) { fetch('x'); }`],
  ['src/visitor/content/a.ts', `export type Get = typeof fetch; export interface Port { print(): void }`],
  ['src/staff/api/call.ts', `await fetch('/api');`],
  ['src/staff/a.tsx', `import { Card } from '../print/card.tsx'; printer.print(Card);`],
  ['src/server/app.ts', `import { a } from './content/a.ts'; import { b } from './submission/b.ts'; a(b);`],
  [
    'src/server/content/a.ts',
    `import { b } from '../store/b.ts'; import { c } from '../http/c.ts'; app.fetch(b, c);`,
  ],
  ['src/server/store/a.ts', `import { sql } from 'kysely'; import Database from 'better-sqlite3';`],
  ['src/contract/a.ts', 'export let a;\n'.repeat(301)],
  ['src/ui/a.ts', `export { b } from './b.ts'; export const c = 1;`],
  ['tests/playwright.config.ts', `export default {};`],
  ['src/server/a.test.ts', `import { b } from '../visitor/b.ts'; import { createHash } from 'node:crypto';`],
];

describe('the rules can fail', () => {
  for (const [rule, path, text] of cases) {
    test(`${rule} refuses ${path}: ${text.split('\n')[0]}`, () => {
      expect(broken(path, text).map((violation) => violation.rule)).toContain(rule);
    });
  }

  test('every rule has a case', () => {
    expect([...new Set(cases.map(([rule]) => rule))].sort()).toEqual([...RULE_NAMES].sort());
  });
});

describe('rings of files', () => {
  test('are found, once', () => {
    const ring = [
      readFacts('src/ui/a.ts', `import { b } from './deep/b.ts'; b();`),
      readFacts('src/ui/deep/b.ts', `import '../c.ts'; export const b = 1;`),
      readFacts('src/ui/c.ts', `export { a } from './a.ts'; export const c = 1;`),
    ];
    expect(findCycles(ring)).toEqual(['src/ui/a.ts → src/ui/deep/b.ts → src/ui/c.ts → src/ui/a.ts']);
  });

  test('types and later imports make none', () => {
    const pair = [
      readFacts('src/ui/a.ts', `import { b } from './b.ts'; b();`),
      readFacts(
        'src/ui/b.ts',
        `import type { A } from './a.ts'; export const b = () => import('./a.ts') as A;`,
      ),
    ];
    expect(findCycles(pair)).toEqual([]);
  });
});

describe('what the rules allow', () => {
  for (const [path, text] of allowed) {
    test(`${path}: ${text.split('\n')[0]}`, () => {
      expect(broken(path, text)).toEqual([]);
    });
  }
});
