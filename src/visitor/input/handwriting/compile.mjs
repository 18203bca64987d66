import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const data = fileURLToPath(new URL('handwriting.bin', import.meta.url));

export const sources = [fileURLToPath(import.meta.url), data];

/** Committed as train.mjs made them: learning takes minutes. */
export const compile = () => readFileSync(data);
