import type { Day } from './day.ts';
import type { Hall } from './hall.ts';

/** What the hall has to say on a day. Apart from the schema, which the home screen does without. */
export const noticesOn = ({ notices }: Pick<Hall, 'notices'>, on: Day): Hall['notices'] =>
  notices.filter((notice) => notice.from <= on && on <= notice.until);
