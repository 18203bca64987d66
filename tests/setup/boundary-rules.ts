import { posix } from 'node:path';
import type { SourceFacts } from './source-facts.ts';

/** The table of the design, as data and a few functions. Each rule says who broke what, in words for the person who did. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly what: string;
}

type Rule = (file: SourceFacts) => string[];

/** Which folders of src a folder may import from, besides itself. */
const FOLDERS: Record<string, readonly string[]> = {
  words: [],
  contract: ['words'],
  seal: ['contract'],
  ui: ['words'],
  print: ['contract', 'ui', 'words'],
  visitor: ['contract', 'seal', 'print', 'ui', 'words'],
  staff: ['contract', 'seal', 'print', 'ui', 'words'],
  server: ['contract', 'seal'],
};

/** The part of seal that needs Node: nothing that a browser loads may reach it, seal's other part included. */
const NODE_HALF = /^src\/seal\/node\//;

/** Where a folder is pure, only these packages; elsewhere, all but those. */
const PACKAGES: Record<string, { only: RegExp } | { never: RegExp }> = {
  words: { only: /^nothing$/ },
  contract: { only: /^valibot$/ },
  seal: { only: /^(valibot|canonicalize|@hpke\/[\w-]+|@node-rs\/argon2|node:\w+)$/ },
  ui: { only: /^(preact(\/.+)?|@preact\/signals|lucide-static\/.+)$/ },
  print: { only: /^(preact(\/.+)?|@preact\/signals|lean-qr(\/.+)?|valibot)$/ },
  visitor: { never: /^(node:|hono|@hono|kysely|better-sqlite3|pino|@node-rs|playwright)/ },
  staff: { never: /^(node:|hono|@hono|kysely|better-sqlite3|pino|@node-rs|playwright|idb|workbox)/ },
  server: { never: /^(preact|@preact|idb|workbox|lucide)/ },
};

/** One place per capability. */
const CAPABILITIES: { name: string; packages?: RegExp; globals?: RegExp; members?: RegExp; home: RegExp }[] =
  [
    {
      name: 'network',
      globals: /^(fetch|XMLHttpRequest|EventSource|WebSocket|navigator\.sendBeacon)$/,
      home: /^src\/(visitor\/sync\/|staff\/api\/(call|send)\.ts$)/,
    },
    {
      name: 'IndexedDB',
      packages: /^idb(\/|$)/,
      globals: /^indexedDB(\.|$)/,
      home: /^src\/visitor\/store\//,
    },
    {
      name: 'other storage of the browser',
      globals: /^(localStorage|sessionStorage|caches|document\.cookie|cookieStore)(\.|$)/,
      members: /^getDirectory$/,
      // The idle wipe goes over all of them; a tab of the desk remembers that it practises and shelves what the server lacks.
      home: /^src\/(visitor\/(store\/|session\/wipe\.ts$)|staff\/(practice\/practice|shelf)\.ts$)/,
    },
    {
      name: 'SQL',
      packages: /^(kysely|better-sqlite3|pg|node:sqlite)(\/|$)/,
      home: /^src\/server\/store\//,
    },
    {
      name: 'cryptography',
      packages: /^(node:crypto|@hpke\/.+|@noble\/.+)$/,
      globals: /^crypto\.subtle$/,
      members: /^subtle$/,
      home: /^src\/seal\//,
    },
    {
      name: 'what only Node has',
      packages: /^(@node-rs\/argon2|node:.+)$/,
      home: /^src\/(seal\/node|server)\//,
    },
    { name: 'passwords', packages: /^@node-rs\/argon2$/, home: /^src\/seal\/node\// },
    {
      name: 'speech',
      globals: /^(speechSynthesis|SpeechSynthesisUtterance)(\.|$)/,
      members: /^speechSynthesis$/,
      home: /^src\/visitor\/reading\//,
    },
    { name: 'paper', globals: /^print$/, home: /^src\/print\// },
    {
      name: 'HTML strings',
      members: /^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc)$/,
      home: /^nowhere$/,
    },
  ];

const CLOCK_AND_CHANCE =
  /^(Date\.now|new Date\(\)|Math\.random|performance(\.|$)|crypto(\.|$)|setTimeout$|setInterval$)/;
const SURROUNDINGS = /^(document|window|navigator|localStorage|process|Buffer|fetch)(\.|$)/;

const VISITOR_FEATURES = ['content', 'submission', 'input', 'machine', 'reading'];

/** Inside server every folder is a feature but these, which features stand on. */
const SERVER_GROUND: Record<string, readonly string[]> = { http: ['store'], audit: ['store'], store: [] };

/** Inside visitor: who may import which of its folders. Features are known only to main, app and what runs behind them. */
const VISITOR_FOLDERS: Record<string, readonly string[]> = {
  ...Object.fromEntries(VISITOR_FEATURES.map((feature) => [feature, ['session', 'store', 'words']])),
  session: ['store'],
  words: [],
  sync: ['store', 'session'],
  store: [],
  sw: [],
};

const MAX_LINES = 300;

const rules: Record<string, Rule> = {
  folders(file) {
    const folder = folderOf(file.path);
    if (!folder) return [];
    const allowed = FOLDERS[folder] ?? [];
    return insideImports(file)
      .filter((target) => {
        if (isTest(target)) return true;
        if (NODE_HALF.test(target)) return folder !== 'server' && !NODE_HALF.test(file.path);
        return folderOf(target) !== folder && !allowed.includes(folderOf(target) ?? '');
      })
      .map((target) => `src/${folder} may not import ${target}`);
  },

  packages(file) {
    const folder = folderOf(file.path);
    const law = folder ? PACKAGES[folder] : undefined;
    if (!law) return [];
    const isBad = (name: string) => ('only' in law ? !law.only.test(name) : law.never.test(name));
    return packageImports(file)
      .filter(isBad)
      .map((name) => `src/${folder} may not import the package ${name}`);
  },

  capability(file) {
    if (!folderOf(file.path)) return [];
    return CAPABILITIES.filter(({ home }) => !home.test(file.path)).flatMap(
      ({ name, packages, globals, members, home }) => {
        const found = [
          ...packageImports(file).filter((item) => packages?.test(item)),
          ...[...file.globals].filter((item) => globals?.test(item)),
          ...[...file.members].filter((item) => members?.test(item)),
        ];
        return [...new Set(found)].map((item) => `${item}: ${name} only in ${home.source}`);
      },
    );
  },

  purity(file) {
    if (!['contract', 'words'].includes(folderOf(file.path) ?? '')) return [];
    const isImpure = (name: string) => CLOCK_AND_CHANCE.test(name) || SURROUNDINGS.test(name);
    return [...file.globals]
      .filter(isImpure)
      .map((name) => `${name}: contract and words have no clock, no chance, no surroundings`);
  },

  visitor(file) {
    const from = subfolderOf(file.path, 'visitor');
    if (from === undefined || /^src\/visitor\/(main|app|behind|preview-app)\.tsx?$/.test(file.path))
      return [];
    const allowed = from === '' ? ['session', 'store', 'words'] : (VISITOR_FOLDERS[from] ?? []);
    return insideImports(file)
      .filter((target) => {
        const to = subfolderOf(target, 'visitor');
        if (to === undefined || to === from || allowed.includes(to)) return false;
        return to !== '' || /\/(main|app|behind|preview-app)\.tsx?$/.test(target);
      })
      .map(
        (target) =>
          `visitor/${from || 'file'} may not import ${target}: features meet through session/screen.ts`,
      );
  },

  server(file) {
    const from = subfolderOf(file.path, 'server');
    if (from === undefined || from === '') return [];
    const allowed = SERVER_GROUND[from] ?? Object.keys(SERVER_GROUND);
    return insideImports(file)
      .filter((target) => {
        const to = subfolderOf(target, 'server');
        return to !== undefined && to !== '' && to !== from && !allowed.includes(to);
      })
      .map((target) => `server/${from} may not import ${target}: it takes what it needs from deps`);
  },

  extensions(file) {
    return file.imports
      .filter((name) => name.startsWith('.') && !/\.(tsx?|mjs|css|json|svg|png|md)(\?[\w&]+)?$/.test(name))
      .map((name) => `${name}: relative imports bear the extension`);
  },

  barrels(file) {
    const isBarrel = file.reExports.length > 0 && file.ownExportCount === 0;
    const isIndex = /(^|\/)index\.tsx?$/.test(file.path);
    return isBarrel || isIndex ? ['no barrels: import from the file that has it'] : [];
  },

  defaults(file) {
    // What a tool loads by itself: its configuration, and the one thing that Playwright runs before all flows.
    const isForTool = /\.config\.ts$|^tests\/setup\/prepare-hall\.ts$/.test(file.path);
    return file.hasDefaultExport && !isForTool ? ['named exports only'] : [];
  },

  length(file) {
    const isExempt = isTest(file.path) || /^src\/contract\/|-table\.ts$/.test(file.path);
    return file.lineCount > MAX_LINES && !isExempt ? [`${file.lineCount} lines, at most ${MAX_LINES}`] : [];
  },
};

export const RULE_NAMES = Object.keys(rules);

/** Rules that hold for tests too; the others are about what is shipped. */
const FOR_TESTS = new Set(['extensions', 'barrels', 'defaults']);

export function findViolations(file: SourceFacts): Violation[] {
  return Object.entries(rules)
    .filter(([rule]) => !isTest(file.path) || FOR_TESTS.has(rule))
    .flatMap(([rule, check]) => check(file).map((what) => ({ rule, path: file.path, what })));
}

/** Files that load one another in a ring, each ring once, as `a → b → a`. Types alone make no ring. */
export function findCycles(files: readonly SourceFacts[]): string[] {
  const loads = new Map(files.map((file) => [file.path, loadedFiles(file)]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) rings.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of loads.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of loads.keys()) visit(path, []);
  return rings;
}

/** Packages that are loaded before `path` runs, as `package (file that asks for it)`, in no order. */
export function packagesBehind(path: string, files: readonly SourceFacts[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const met = new Set([path]);
  const found: string[] = [];
  for (const at of met) {
    const file = byPath.get(at);
    if (file === undefined) continue;
    for (const next of loadedFiles(file)) met.add(next);
    found.push(...file.loads.filter((name) => /^[@a-z]/.test(name)).map((name) => `${name} (${at})`));
  }
  return found;
}

function loadedFiles(file: SourceFacts): string[] {
  return file.loads
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(file.path), name.replace(/\?.*$/, '')));
}

/** Tests, and what they alone use: `fixture-….ts`, `test-….ts` beside them. */
function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$|\/(fixture|test)-[\w-]+\.tsx?$/.test(path);
}

/** Imports of files of this repository, as paths from its top. */
function insideImports(file: SourceFacts): string[] {
  return file.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(file.path), name.replace(/\?.*$/, '')));
}

function packageImports(file: SourceFacts): string[] {
  return file.imports.filter((name) => !name.startsWith('.') && !name.startsWith('virtual:'));
}

/** `contract` for src/contract/…; for anything outside src its own path, which no folder may import. */
function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** The folder inside an app: '' for a file that lies directly in it, undefined for another app's. */
function subfolderOf(path: string, app: string): string | undefined {
  const rest = path.startsWith(`src/${app}/`) ? path.slice(`src/${app}/`.length) : undefined;
  if (rest === undefined) return undefined;
  return rest.includes('/') ? rest.split('/')[0] : '';
}
