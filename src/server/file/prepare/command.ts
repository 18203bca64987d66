import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Unfit } from './unfit.ts';

/** Programs of the machine, run with a bound on their memory and time, and told nothing of our surroundings. */

const MOST_OUTPUT = 200_000_000;

export interface Run {
  readonly cwd: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** What it wrote; null when it failed. Throws `Unfit` when it was stopped at the end of its time. */
export function run(command: readonly string[], { cwd, seconds, megabytes }: Run): Promise<Buffer | null> {
  const bounded = ['-c', `ulimit -v ${megabytes * 1024}; exec "$@"`, 'sh', ...command];
  return new Promise((resolve, reject) => {
    execFile(
      '/bin/sh',
      bounded,
      {
        cwd,
        encoding: 'buffer',
        maxBuffer: MOST_OUTPUT,
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        env: { PATH: process.env.PATH, HOME: cwd, LANG: 'C.UTF-8', TMPDIR: cwd },
      },
      (error, stdout) => {
        // Too much output ends it too, and says so by its code.
        if (error?.killed === true && typeof error.code !== 'string') reject(new Unfit('too-long'));
        else resolve(error === null ? stdout : null);
      },
    );
  });
}

export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
