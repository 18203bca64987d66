import type { JournalRecord } from './journal/format.ts';
import type { AnswerTo, Contents, Question, Reply } from './journal/protocol.ts';

/** The journal as the page sees it. Every promise settles: a worker that died or is stuck is a fault, not a silence. */
export interface Journal {
  /** Resolves when the records are flushed to the file. */
  readonly append: (records: readonly JournalRecord[]) => Promise<void>;
  /** Fails when there is no room for so many bytes. */
  readonly probe: (bytes: number) => Promise<void>;
  readonly read: () => Promise<Contents>;
  /** Does nothing when more than the `ifBytes` that were read lie there by now. */
  readonly rewrite: (records: readonly JournalRecord[], ifBytes: number) => Promise<void>;
  readonly close: () => void;
}

export class JournalFault extends Error {
  override readonly name = 'JournalFault';
}

const LIMIT_MS = 10_000;

export const openJournal = (startWorker: () => Worker): Journal => {
  let worker: Worker | null = null;
  let fail: ((fault: string) => void)[] = [];

  /** Whatever was asked of the worker is answered now: no caller may hold a lock for a worker that is gone. */
  const end = (fault: string): void => {
    worker?.terminate();
    worker = null;
    const waiting = fail;
    fail = [];
    for (const each of waiting) each(fault);
  };

  const start = (): Worker => {
    const started = startWorker();
    started.addEventListener('error', () => end('the journal worker stopped'));
    return started;
  };

  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const { port1, port2 } = new MessageChannel();
      const settle = (reply: Reply): void => {
        clearTimeout(timer);
        fail = fail.filter((each) => each !== failed);
        port1.close();
        if (reply.ok) resolve(reply.value as AnswerTo<Q>);
        else reject(new JournalFault(reply.fault));
      };
      const failed = (fault: string): void => settle({ ok: false, fault });
      const timer = setTimeout(() => end('the journal worker does not answer'), LIMIT_MS);
      fail.push(failed);
      port1.onmessage = ({ data }: MessageEvent<Reply>) => settle(data);
      worker.postMessage(question, [port2]);
    });

  return {
    append: async (records) => void (await ask({ op: 'append', records })),
    probe: async (bytes) => void (await ask({ op: 'probe', bytes })),
    read: () => ask({ op: 'read' }),
    rewrite: async (records, ifBytes) => void (await ask({ op: 'rewrite', records, ifBytes })),
    close: () => end('the journal was closed'),
  };
};
