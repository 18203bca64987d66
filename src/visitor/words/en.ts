import { entry } from './entry.ts';
import { home } from './home.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { submission } from './submission.ts';

export const en = { ...shell, ...home, ...entry, ...search, ...submission };
