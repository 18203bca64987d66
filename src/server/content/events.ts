import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as v from 'valibot';
import { momentOf } from '../../contract/day.ts';
import { MachineId } from '../../contract/id.ts';
import { EVENT_BEAT_MS } from '../../contract/machine.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps, Events } from '../deps.ts';
import { addressOf } from '../http/address.ts';
import { refuse } from '../http/respond.ts';
import { noteSighting } from '../store/machine.ts';
import { currentNumber } from '../store/snapshot.ts';

/** A screen hears of a new snapshot at once, and of nothing every 15 seconds: silence means that the line is dead. */

const MOST_STREAMS = 2_000;
/** Of one address: a hall's screens and the telephones in its network. Whoever finds no place asks every few minutes instead. */
const STREAMS_OF_ADDRESS = 60;
/** While a stream is open, "last seen" is written at most so often. */
const BEATS_PER_SIGHTING = 4;

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
  refused: v.optional(Count),
});

export function eventRoutes(deps: Deps): Hono {
  const app = new Hono();
  const streams = places();

  app.get(routes.events, async (c) => {
    const leave = streams.enter(addressOf(c, deps));
    if (leave === null) return refuse(c, { code: 'too-many-tries', seconds: 60 });
    const query = v.safeParse(Query, c.req.query());
    const seen = query.success ? query.output : {};
    // Proxies would otherwise collect a stream until it is worth sending.
    c.header('x-accel-buffering', 'no');
    const answer = streamSSE(c, async (stream) => {
      const closed = new Promise<void>((resolve) => stream.onAbort(resolve));
      const say = (event: string, data: object): void => {
        stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => stream.abort());
      };
      const stopHearing = deps.events.onHead((head) => say('head', { number: head }));
      let beats = 0;
      const beat = setInterval(() => {
        say('beat', {});
        beats += 1;
        if (beats % BEATS_PER_SIGHTING === 0) void note(deps, { machine: seen.machine });
      }, EVENT_BEAT_MS);
      try {
        // After the ear is open: what is published in between is heard, at worst twice.
        say('head', { number: await currentNumber(deps.store.db) });
        await note(deps, seen);
        await closed;
      } finally {
        leave();
        clearInterval(beat);
        stopHearing();
      }
    });
    answer.headers.set('cache-control', 'no-store');
    return answer;
  });

  return app;
}

/** Room for so many streams, few for each address. */
function places() {
  const held = new Map<string, number>();
  let open = 0;
  return {
    /** Call what it gives when the stream ends; null when there is no room. */
    enter(address: string): (() => void) | null {
      const its = held.get(address) ?? 0;
      if (open >= MOST_STREAMS || its >= STREAMS_OF_ADDRESS) return null;
      open += 1;
      held.set(address, its + 1);
      return () => {
        open -= 1;
        const left = (held.get(address) ?? 1) - 1;
        if (left > 0) held.set(address, left);
        else held.delete(address);
      };
    },
  };
}

/** Nothing of a visitor: which screen, what it shows, how many envelopes wait in it. Believed by the id (contract/machine). */
async function note({ store, clock, log }: Deps, seen: v.InferOutput<typeof Query>): Promise<void> {
  const { machine, ...said } = seen;
  if (machine === undefined) return;
  try {
    await noteSighting(store.db, { ...said, id: machine, at: momentOf(clock()) });
  } catch (error) {
    log.warn({ name: (error as Error).name }, 'a sighting was not written');
  }
}
