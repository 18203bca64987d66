import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * The real hall, as `npm start` runs it: the built server in a process of its own, on a free loopback port, with its
 * database in a temporary folder. It can be killed at any moment and started again on the same port and data.
 */
export interface Hall {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** What the first start printed once; undefined on a hall whose data was there already. */
  readonly credentials: Credentials[];
  readonly pid: number;
  /** Everything it printed since it was last started. */
  output(): string;
  /** Sends the signal and waits until the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Kills it if it still runs, then starts it on the same port and data. */
  restart(): Promise<void>;
  /** Ends it and removes its data, unless the caller brought the folder. */
  stop(): Promise<void>;
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

export interface HallOptions {
  dataDir?: string;
  port?: number;
  /** Folders of content files that are imported before the first start. */
  seed?: string[];
  /** Its own first start, with keys and passwords of its own, also where a prepared one could be copied. */
  isNew?: boolean;
  /** Another build than dist/, e.g. one that a benchmark made. */
  dist?: string;
  env?: Record<string, string>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const READY_MS = 60_000;

export async function startHall(options: HallOptions = {}): Promise<Hall> {
  if (!existsSync(join(root, 'dist/stamp.json'))) throw new Error('dist/ is missing: npm run build first');
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'hall-')));
  const port = options.port ?? (await freePort());
  const isPlain = options.dataDir === undefined && options.seed === undefined && !options.isNew;
  const credentials = isPlain ? await copyPrepared(dataDir) : [];
  for (const folder of options.seed ?? []) await importContent(dataDir, folder);
  const hall = new RunningHall(port, dataDir, options);
  hall.credentials = credentials;
  await hall.start();
  return hall;
}

/** Names a folder with `data/` as a first start leaves it and `credentials.json`: `prepare-hall.ts` makes it once a run. */
export const PREPARED_HALL = 'PREPARED_HALL';

async function copyPrepared(dataDir: string): Promise<Credentials[]> {
  const prepared = process.env[PREPARED_HALL];
  if (prepared === undefined) return [];
  await cp(join(prepared, 'data'), dataDir, { recursive: true });
  return JSON.parse(await readFile(join(prepared, 'credentials.json'), 'utf8')) as Credentials[];
}

/** `npm run content:import -- FOLDER` on this data. Throws with its words when it refuses. */
export async function importContent(
  dataDir: string,
  folder: string,
  flags: readonly string[] = [],
): Promise<string> {
  const child = run('import.js', [folder, ...flags], { env: { DATA_DIR: dataDir } });
  const output = collect(child);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(output());
  return output();
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

class RunningHall implements Hall {
  readonly port: number;
  readonly dataDir: string;
  credentials: Credentials[] = [];
  readonly #options: HallOptions;
  #child: ChildProcess | undefined;
  #output: () => string = () => '';

  constructor(port: number, dataDir: string, options: HallOptions) {
    this.port = port;
    this.dataDir = dataDir;
    this.#options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  output(): string {
    return this.#output();
  }

  async start(): Promise<void> {
    const env = { PORT: String(this.port), HOST: '127.0.0.1', DATA_DIR: this.dataDir, ...this.#options.env };
    const { dist } = this.#options;
    const child = run('main.js', [], dist === undefined ? { env } : { env, dist });
    this.#child = child;
    this.#output = collect(child);
    await addressPrinted(child, this.#output, this.port);
    // An answer proves that everything said at the start has been said; one more turn of the loop reads it from the pipe.
    await (await fetch(this.url)).arrayBuffer();
    await setImmediate();
    const found = readCredentials(this.#output());
    if (found.length > 0) this.credentials = found;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'close');
    child.kill(signal);
    await gone;
  }

  async restart(): Promise<void> {
    await this.kill('SIGTERM');
    await this.start();
  }

  async stop(): Promise<void> {
    await this.kill();
    if (!this.#options.dataDir) await rm(this.dataDir, { recursive: true, force: true });
  }
}

const running = new Set<ChildProcess>();
// A test run that is broken off leaves no halls behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function run(
  file: string,
  args: string[],
  { env, dist = join(root, 'dist') }: { env: Record<string, string>; dist?: string },
): ChildProcess {
  const child = spawn(process.execPath, [join(dist, 'server', file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

async function addressPrinted(child: ChildProcess, output: () => string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the hall did not start: ${why}\n${output()}`));
    const timer = setTimeout(() => fail(`no address within ${READY_MS / 1000} s`), READY_MS);
    const look = () => {
      if (!new RegExp(`http://[^\\s]*:${port}\\b`).test(output())) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', look);
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
  });
}

/** 账号 NAME  密码 PASSWORD, as the first start prints them once. */
function readCredentials(output: string): Credentials[] {
  return [...output.matchAll(/^账号 (\S+) +密码 (\S+)$/gm)].map(([, login = '', password = '']) => ({
    login,
    password,
  }));
}
