import { type JournalFile, journalFile } from './journal-file.ts';
import type { Question, Reply } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/**
 * Synchronous file handles exist only in workers, and only one may be open at a time on this machine: each question takes a Web
 * Lock that all pages of ours share, opens, works, flushes, closes. A page that dies lets go of both by itself.
 */

const FILES = ['journal-a', 'journal-b'] as const;
const name = self.name || 'bianminping';

const withJournal = async <T>(work: (journal: JournalFile) => Promise<T>): Promise<T> => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  const open = async (file: string): Promise<FileSystemSyncAccessHandle> =>
    (await folder.getFileHandle(file, { create: true })).createSyncAccessHandle();
  const a = await open(FILES[0]);
  try {
    const b = await open(FILES[1]);
    try {
      return await work(journalFile([a, b]));
    } finally {
      b.close();
    }
  } finally {
    a.close();
  }
};

const answer = (question: Question, journal: JournalFile) => {
  switch (question.op) {
    case 'append':
      return journal.append(question.records).then(() => null);
    case 'probe':
      return journal.probe(question.bytes).then(() => null);
    case 'read':
      return journal.read();
    case 'rewrite':
      return journal.rewrite(question.records, question.ifBytes).then(() => null);
  }
};

const replyTo = async (question: Question): Promise<Reply> => {
  try {
    const value = await navigator.locks.request(`${name}-journal`, () =>
      withJournal((journal) => answer(question, journal)),
    );
    return { ok: true, value };
  } catch (cause) {
    return { ok: false, fault: String(cause) };
  }
};

self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<Question>) => {
  void replyTo(data).then((reply) => port?.postMessage(reply));
});
