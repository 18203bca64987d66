import { signal } from '@preact/signals';
import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import { type PrintJob, ports } from './session/port.ts';

/** True while paper is on its way: nobody is asked whether they are still there so soon. */
export const isPrinting = signal(false);

export const printNow = async (job: PrintJob): Promise<Result<null, Problem>> => {
  isPrinting.value = true;
  try {
    return await ports.print(job);
  } finally {
    isPrinting.value = false;
  }
};
