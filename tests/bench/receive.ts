import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MEDIA_TYPE, routes } from '../../src/contract/routes.ts';
import { startHall } from '../setup/server.ts';
import { type Filed, filings } from './filing.ts';
import { type Goal, print } from './report.ts';

/**
 * 9. Durable acknowledged submissions a second: real sealed and signed envelopes, made in advance, to one server process with its
 * embedded database (WAL, synchronous=FULL), over loopback. Limit: the bare server, fed by the same sender with the same texts.
 */
const RUNS = 5;
const AT_ONCE = 32;
const MANY = 600;
const FEW = 100;
const GOAL: Goal = { of: 'ratio', is: '≥', bound: 0.6 };

export async function receive(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-receive-'));
  const hall = await startHall({ dataDir: join(folder, 'data'), env: { BEHIND_PROXY: '1' } });
  const bare = await startBare(folder);
  try {
    const batches = await makeBatches(hall.url);
    const many = await compare(hall.url, bare.url, batches.slice(0, RUNS + 1), AT_ONCE);
    print({
      name: 'receive.many',
      values: many.ours,
      unit: '1/s',
      limit: { name: 'bare Hono and better-sqlite3', values: many.bare },
      goal: GOAL,
      notes: [`${AT_ONCE} at once, ${MANY} a run`],
    });
    const few = await compare(hall.url, bare.url, batches.slice(RUNS + 1), 1);
    print({
      name: 'receive.one-by-one',
      values: few.ours,
      unit: '1/s',
      limit: { name: 'bare Hono and better-sqlite3', values: few.bare },
      goal: GOAL,
      notes: [`as one screen sends after an outage; ${FEW} a run`],
    });
  } finally {
    await bare.stop();
    await hall.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeBatches(url: string): Promise<Filed[][]> {
  const sizes = [...Array<number>(RUNS + 1).fill(MANY), ...Array<number>(RUNS + 1).fill(FEW)];
  const all = await filings(
    url,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  return sizes.map((size) => all.splice(0, size));
}

async function compare(
  ours: string,
  bare: string,
  batches: readonly Filed[][],
  atOnce: number,
): Promise<{ ours: number[]; bare: number[] }> {
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (const [at, batch] of batches.entries()) {
    // The first warms both up.
    const [ourRate, bareRate] = [await rate(ours, batch, atOnce), await rate(bare, batch, atOnce)];
    if (at === 0) continue;
    rates.ours.push(ourRate);
    rates.bare.push(bareRate);
  }
  return rates;
}

/** Acknowledgements a second, of a batch that is sent whole. */
async function rate(url: string, batch: readonly Filed[], atOnce: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let next = 0;
  const startedAt = performance.now();
  const sender = async (): Promise<void> => {
    for (let filed = batch[next++]; filed !== undefined; filed = batch[next++]) await put(url, filed, agent);
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return batch.length / seconds;
}

function put(url: string, { id, text, address }: Filed, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = Buffer.from(text);
    const headers = { 'content-type': MEDIA_TYPE, 'content-length': body.length, 'x-forwarded-for': address };
    const sent = request(url + routes.submission(id), { method: 'PUT', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`${id}: ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function startBare(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const script = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return {
    url: `http://127.0.0.1:${chunk.toString().trim()}`,
    async stop() {
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
