import journalWorker from '../store/journal/journal-worker.ts?worker&url';

/**
 * The only place where an address becomes a script. Under the page's policy (`require-trusted-types-for 'script'`) nothing else
 * can; there are two scripts and no third.
 */

const SHELL_WORKER = '/sw.js';
const SCRIPTS: ReadonlySet<string> = new Set([SHELL_WORKER, journalWorker]);

interface Policy {
  readonly createScriptURL: (url: string) => unknown;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy;
}

const trusted = (url: string): string => {
  if (!SCRIPTS.has(url)) throw new TypeError('not a script of ours');
  return url;
};

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy: Policy = factory?.createPolicy('bianminping', { createScriptURL: trusted }) ?? {
  createScriptURL: trusted,
};

// Not a string where the browser has Trusted Types; the DOM's own declarations know only strings.
export const shellWorkerUrl = (): string => policy.createScriptURL(SHELL_WORKER) as string;

export const startJournalWorker = (): Worker =>
  new Worker(policy.createScriptURL(journalWorker) as string, { type: 'module', name: 'bianminping' });
