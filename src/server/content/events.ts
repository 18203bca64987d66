import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as v from 'valibot';
import { momentOf } from '../../contract/day.ts';
import { MachineId } from '../../contract/id.ts';
import { EVENT_BEAT_MS } from '../../contract/machine.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps, Events } from '../deps.ts';
import { refuse } from '../http/respond.ts';
import { noteSighting } from '../store/machine.ts';
import { currentNumber } from '../store/snapshot.ts';

/** A screen hears of a new snapshot at once, and of nothing every 15 seconds: silence means that the line is dead. */

const MOST_STREAMS = 2_000;

export function makeEvents(): Events {
  const listeners = new Set<(number: number) => void>();
  return {
    announce(number) {
      for (const listener of [...listeners]) listener(number);
    },
    onHead(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const Count = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const Query = v.object({
  machine: v.optional(MachineId),
  shows: v.optional(Count),
  waiting: v.optional(Count),
});

export function eventRoutes(deps: Deps): Hono {
  const app = new Hono();
  let open = 0;

  app.get(routes.events, async (c) => {
    if (open >= MOST_STREAMS) return refuse(c, { code: 'too-many-tries', seconds: 60 });
    const query = v.safeParse(Query, c.req.query());
    const seen = query.success ? query.output : {};
    open += 1;
    // Proxies would otherwise collect a stream until it is worth sending.
    c.header('x-accel-buffering', 'no');
    const answer = streamSSE(c, async (stream) => {
      const closed = new Promise<void>((resolve) => stream.onAbort(resolve));
      const say = (event: string, data: object): void => {
        stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => stream.abort());
      };
      const stopHearing = deps.events.onHead((head) => say('head', { number: head }));
      const beat = setInterval(() => {
        say('beat', {});
        void note(deps, { machine: seen.machine });
      }, EVENT_BEAT_MS);
      try {
        // After the ear is open: what is published in between is heard, at worst twice.
        say('head', { number: await currentNumber(deps.store.db) });
        await note(deps, seen);
        await closed;
      } finally {
        open -= 1;
        clearInterval(beat);
        stopHearing();
      }
    });
    answer.headers.set('cache-control', 'no-store');
    return answer;
  });

  return app;
}

/** Nothing of a visitor: which screen, what it shows, how many envelopes wait in it. */
async function note({ store, clock, log }: Deps, seen: v.InferOutput<typeof Query>): Promise<void> {
  const { machine, shows, waiting } = seen;
  if (machine === undefined) return;
  const said = { ...(shows === undefined ? {} : { shows }), ...(waiting === undefined ? {} : { waiting }) };
  try {
    await noteSighting(store.db, { id: machine, at: momentOf(clock()), ...said });
  } catch (error) {
    log.warn({ name: (error as Error).name }, 'a sighting was not written');
  }
}
