import * as v from 'valibot';
import type { MachineId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { normalizeQueryCode, normalizeReceiptNo, QueryCode, ReceiptNo } from '../../contract/receipt-no.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { routes } from '../../contract/routes.ts';
import { Progress } from '../../contract/submission.ts';
import type { Http } from './http.ts';

/** Number and code go in the body, never in an address. What cannot be right is not asked: the check digit says so at once. */
export const lookUpProgress = async (
  http: Http,
  typed: { readonly receiptNo: string; readonly code: string; readonly machine: MachineId | null },
): Promise<Result<Progress, Problem>> => {
  const number = v.safeParse(ReceiptNo, normalizeReceiptNo(typed.receiptNo));
  const query = v.safeParse(QueryCode, normalizeQueryCode(typed.code));
  if (!number.success || !query.success) return fail({ code: 'wrong-number-or-code' });
  // The machine names itself: what others in its network mistype is then not counted against it.
  const machine = typed.machine === null ? {} : { machine: typed.machine };
  const body = { receiptNo: number.output, code: query.output, ...machine };
  const answer = await http.ask({ path: routes.progress, method: 'POST', body });
  if (answer.kind === 'problem') return fail(answer.problem);
  if (answer.kind !== 'ok') return fail({ code: answer.kind });
  const progress = v.safeParse(Progress, answer.value);
  return progress.success ? ok(progress.output) : fail({ code: 'not-our-server' });
};
