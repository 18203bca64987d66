import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Attachment } from '../../../contract/attachment.ts';
import type { FileDetail } from '../../../contract/file.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Result } from '../../../contract/result.ts';
import { useDesk } from '../../desk.ts';

const AGAIN_MS = 1_500;

/** What became of a file, asked again and again while its pages are being made. null: not known yet. */
export function useFile(file: Attachment['file']): ReadonlySignal<Result<FileDetail, Problem> | null> {
  const { api } = useDesk();
  const known = useSignal<Result<FileDetail, Problem> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const answer = await api.file(file);
      if (isOver) return;
      known.value = answer;
      const isFinal = answer.ok
        ? answer.value.state === 'ready' || answer.value.state === 'refused'
        : answer.problem.code === 'no-such-thing';
      if (!isFinal) timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [file, api]);
  return known;
}
