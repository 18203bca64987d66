import { fileURLToPath } from 'node:url';

/** The top folder of the repository, wherever the command was typed. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');
