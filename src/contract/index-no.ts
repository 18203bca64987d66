import type { Day } from './day.ts';
import type { Hall } from './hall.ts';

/** The index number (索引号) of an item from the hall's template and the year's next serial; issued once, by the server, at publication. */
export const indexNumber = (hall: Hall, on: Day, serial: number): string =>
  hall.indexTemplate.replace(
    /\{(uscc|region|yyyyMM|yyyy|seq:(\d))\}/g,
    (_, token: string, width: string | undefined) => {
      if (width !== undefined) return String(serial).padStart(Number(width), '0');
      if (token === 'uscc') return hall.creditCode ?? hall.code;
      if (token === 'region') return hall.code;
      return token === 'yyyy' ? on.slice(0, 4) : on.slice(0, 4) + on.slice(5, 7);
    },
  );
