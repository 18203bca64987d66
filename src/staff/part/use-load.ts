import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../contract/problem.ts';
import type { Answer } from '../api/call.ts';
import { isOutage, useDesk } from '../desk.ts';

/** Something asked of the server. A reload keeps showing the old value until the new one is there; the latest question wins. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly reload: () => Promise<void>;
  /** An answer that came another way, such as with a save: newer than whatever is still under way. */
  readonly put: (value: T) => void;
}

interface State<T> {
  readonly key: string;
  readonly value?: T;
  readonly problem?: Problem;
  readonly isLoading: boolean;
}

/** What silence kept away comes by itself with the desk's next round of counts that is answered: no oftener than that. */
function useRetry<T>(state: Signal<State<T>>, reload: () => Promise<void>): void {
  const { today } = useDesk();
  useEffect(() => {
    let isNews = false;
    return today.subscribe(() => {
      const { problem, isLoading } = state.peek();
      if (isNews && !isLoading && problem !== undefined && isOutage(problem)) void reload();
      isNews = true;
    });
  }, [today, state, reload]);
}

/** Asks at once and again whenever `key` changes. */
export function useLoad<T>(key: string, ask: () => Answer<T>): Loaded<T> {
  const state = useSignal<State<T>>({ key, isLoading: true });
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const { value } = state.peek();
    state.value =
      state.peek().key === key && value !== undefined
        ? { key, value, isLoading: true }
        : { key, isLoading: true };
    const result = await latest.current();
    if (mine !== turn.current) return;
    const old = state.peek().value;
    if (result.ok) state.value = { key, value: result.value, isLoading: false };
    else
      state.value = {
        key,
        problem: result.problem,
        isLoading: false,
        ...(old === undefined ? {} : { value: old }),
      };
  }, [key, state]);
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  useRetry(state, reload);
  const put = useCallback(
    (value: T) => {
      turn.current += 1;
      state.value = { key, value, isLoading: false };
    },
    [key, state],
  );
  const { value, problem, isLoading } =
    state.value.key === key ? state.value : { value: undefined, problem: undefined, isLoading: true };
  return { value, problem, isLoading, reload, put };
}
