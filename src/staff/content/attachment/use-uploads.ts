import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_FILE_BYTES } from '../../../contract/attachment.ts';
import { type FileDetail, fileFaults } from '../../../contract/file.ts';
import { useDesk } from '../../desk.ts';
import { sayAtDesk } from '../../part/note.tsx';

/**
 * Files on their way to the server, one after another in the order in which they were chosen. What did not arrive stays in the list
 * with its reason until it is sent again or taken out; when the network is back, what it broke off goes on by itself.
 */

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly sent: number;
  readonly state: 'waiting' | 'sending' | 'lost' | 'refused';
  /** Why it did not arrive. */
  readonly say: string;
}

export interface Uploads {
  readonly list: ReadonlySignal<readonly Upload[]>;
  readonly add: (files: readonly File[]) => void;
  readonly again: (id: number) => void;
  readonly drop: (id: number) => void;
}

export function useUploads(onArrived: (file: File, detail: FileDetail) => void): Uploads {
  const { api } = useDesk();
  const list = useSignal<readonly Upload[]>([]);
  const under = useRef<{ readonly id: number; readonly abort: AbortController } | null>(null);
  const last = useRef(0);
  const arrived = useRef(onArrived);
  arrived.current = onArrived;

  const change = (id: number, next: Partial<Upload>): void => {
    list.value = list.peek().map((each) => (each.id === id ? { ...each, ...next } : each));
  };
  const goOn = async (): Promise<void> => {
    const next = list.peek().find(({ state }) => state === 'waiting');
    if (next === undefined || under.current !== null) return;
    const { id, file } = next;
    const abort = new AbortController();
    under.current = { id, abort };
    change(id, { state: 'sending', sent: 0, say: '' });
    const answer = await api.upload(file, { signal: abort.signal, onSent: (sent) => change(id, { sent }) });
    under.current = null;
    if (abort.signal.aborted) list.value = list.peek().filter((each) => each.id !== id);
    else if (answer.ok) {
      list.value = list.peek().filter((each) => each.id !== id);
      arrived.current(file, answer.value);
    } else {
      const isRefused = answer.problem.code === 'file-refused';
      change(id, { state: isRefused ? 'refused' : 'lost', say: sayAtDesk(answer.problem) });
    }
    void goOn();
  };
  const again = (id: number): void => {
    change(id, { state: 'waiting', say: '' });
    void goOn();
  };
  useEffect(() => {
    const back = (): void => {
      for (const { id, state } of list.peek()) if (state === 'lost') again(id);
    };
    addEventListener('online', back);
    return () => {
      removeEventListener('online', back);
      under.current?.abort.abort();
    };
  }, []);
  return {
    list,
    again,
    add(files) {
      const fresh = files.map((file): Upload => {
        last.current += 1;
        const say = whyNot(file);
        return { id: last.current, file, sent: 0, state: say === '' ? 'waiting' : 'refused', say };
      });
      list.value = [...list.peek(), ...fresh];
      void goOn();
    },
    drop(id) {
      if (under.current?.id === id) under.current.abort.abort();
      else list.value = list.peek().filter((each) => each.id !== id);
    },
  };
}

/** What the server would say only after the last byte. */
const whyNot = ({ size }: File): string => {
  if (size === 0) return fileFaults.empty;
  return size > MAX_FILE_BYTES ? fileFaults['too-large'] : '';
};

/** `1.2 MB`, small ones `48 KB`. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

export const uploadInWords = ({ state, sent, file, say }: Upload): string => {
  if (state === 'waiting') return '等着上传……';
  if (state !== 'sending') return say;
  return sent >= file.size
    ? '传完了，正在检查……'
    : `正在上传，${sizeInWords(sent)}，共 ${sizeInWords(file.size)}`;
};
