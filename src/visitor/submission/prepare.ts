import type { SubmissionId } from '../../contract/id.ts';
import { CODE_ALPHABET, CODE_LENGTH, type QueryCode } from '../../contract/receipt-no.ts';
import { codeCheck } from '../../seal/code-check.ts';
import { randomCode, randomId } from '../../seal/random.ts';

/**
 * What is slow and needs no answer is made while the visitor reads the check page: the query code's check takes some tenths of a
 * second on purpose. A preparation serves one filing; code and id live in memory only.
 */
export interface Prepared {
  readonly id: SubmissionId;
  readonly code: QueryCode;
  readonly codeCheck: string;
}

export const prepare = async (nowMs: number): Promise<Prepared> => {
  const id = randomId(nowMs) as SubmissionId;
  const code = randomCode(CODE_ALPHABET, CODE_LENGTH) as QueryCode;
  return { id, code, codeCheck: await codeCheck(code, id) };
};
