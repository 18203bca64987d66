import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { run } from './command.ts';
import { Unfit } from './unfit.ts';

const bounds = { cwd: tmpdir(), seconds: 20, megabytes: 500 };

it('what a program wrote, or that it failed', async () => {
  expect((await run(['printf', 'done'], bounds))?.toString()).toBe('done');
  expect(await run(['false'], bounds)).toBeNull();
  expect(await run(['no-such-program'], bounds)).toBeNull();
});

it('one that does not end is ended, and that is told apart', async () => {
  const ended = run(['sleep', '600'], { ...bounds, seconds: 0.2 });
  await expect(ended).rejects.toEqual(new Unfit('too-long'));
});

it('one that wants all memory gets none of it', async () => {
  const hungry = ['node', '-e', 'Buffer.alloc(400_000_000).fill(1)'];
  expect(await run(hungry, { ...bounds, megabytes: 300 })).toBeNull();
});
