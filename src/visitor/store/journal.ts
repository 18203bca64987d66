import type { JournalRecord } from './journal/format.ts';
import type { AnswerTo, Contents, Question, Reply } from './journal/protocol.ts';

/** The journal as the page sees it. Every promise settles: a worker that died or is stuck is a fault, not a silence. */
export interface Journal {
  /** Resolves when the records are flushed to the file. */
  readonly append: (records: readonly JournalRecord[]) => Promise<void>;
  readonly read: () => Promise<Contents>;
  readonly rewrite: (records: readonly JournalRecord[]) => Promise<void>;
  readonly close: () => void;
}

export class JournalFault extends Error {
  override readonly name = 'JournalFault';
}

const LIMIT_MS = 10_000;

export const openJournal = (startWorker: () => Worker): Journal => {
  let worker: Worker | null = null;

  const restart = (): void => {
    worker?.terminate();
    worker = null;
  };

  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> =>
    new Promise((resolve, reject) => {
      worker ??= startWorker();
      const used = worker;
      const { port1, port2 } = new MessageChannel();
      const settle = (reply: Reply): void => {
        clearTimeout(timer);
        used.removeEventListener('error', died);
        port1.close();
        if (reply.ok) resolve(reply.value as AnswerTo<Q>);
        else reject(new JournalFault(reply.fault));
      };
      const died = (): void => {
        restart();
        settle({ ok: false, fault: 'the journal worker stopped' });
      };
      const timer = setTimeout(died, LIMIT_MS);
      used.addEventListener('error', died);
      port1.onmessage = ({ data }: MessageEvent<Reply>) => settle(data);
      used.postMessage(question, [port2]);
    });

  return {
    append: async (records) => void (await ask({ op: 'append', records })),
    read: () => ask({ op: 'read' }),
    rewrite: async (records) => void (await ask({ op: 'rewrite', records })),
    close: restart,
  };
};
