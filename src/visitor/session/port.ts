import type { Picture } from '../../contract/attachment.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import type { Progress } from '../../contract/submission.ts';
import type { PrintJob, PrintOutcome } from '../../print/port.ts';
import type { Filing, GivenReceipt } from './memory.ts';

/**
 * What screens may ask of the machine. `main` installs the real ones after the first paint; until then every call waits.
 */

export interface Ports {
  /** `wrong-number-or-code`, `too-many-tries`, `offline` and `not-our-server` are the problems to expect. */
  readonly lookUpProgress: (receiptNo: string, code: string) => Promise<Result<Progress, Problem>>;
  /** Ask before a form is opened: a problem (`storage-full`, `not-ready`) leads to the paper form and the counter. */
  readonly mayFile: () => Promise<Result<null, Problem>>;
  /** Called as the check page opens: what is slow is done while the visitor reads. Safe to call again. */
  readonly prepareSubmission: () => Promise<void>;
  /** Resolves only when the filing lies safely in both places. On success the answers are already forgotten. */
  readonly submit: (filing: Filing) => Promise<Result<GivenReceipt, Problem>>;
  readonly print: (job: PrintJob) => Promise<PrintOutcome>;
  /** A picture that an entry shows: from here, else from the hall. Its bytes are what its digest says, or there are none. */
  readonly picture: (needed: NeededPicture) => Promise<Blob | NoPicture>;
  /** Rejects when they are neither here nor to be had now. `loadInputData` keeps them in memory. */
  readonly inputData: (kind: InputKind) => Promise<ArrayBuffer>;
}

/** Ways to write that stand on compiled data. */
export type InputKind = 'pinyin' | 'handwriting';

export interface NeededPicture {
  readonly entry: EntryId;
  readonly picture: Picture;
}

/** `gone`: nothing on the screens names it any more. `wrong`: what came is not it. */
export type NoPicture = 'offline' | 'gone' | 'wrong';

let resolve: (installed: Ports) => void;
const promise = new Promise<Ports>((keep) => {
  resolve = keep;
});

export const installPorts = (installed: Ports): void => resolve(installed);

export const ports: Ports = {
  lookUpProgress: async (...args) => (await promise).lookUpProgress(...args),
  mayFile: async () => (await promise).mayFile(),
  prepareSubmission: async () => (await promise).prepareSubmission(),
  submit: async (...args) => (await promise).submit(...args),
  print: async (...args) => (await promise).print(...args),
  picture: async (...args) => (await promise).picture(...args),
  inputData: async (...args) => (await promise).inputData(...args),
};
