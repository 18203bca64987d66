import { expect, it } from 'vitest';
import { randomBytes } from '../random.ts';
import { keepSecret, useSecret } from './kept-secret.ts';

const pepper = randomBytes(32);
const secret = randomBytes(20);

it('a kept secret opens with its pepper in its place, and nowhere else', () => {
  const kept = keepSecret(secret, 's-wangfang', pepper);
  expect(useSecret(kept, 's-wangfang', pepper)).toEqual(secret);
  expect(keepSecret(secret, 's-wangfang', pepper)).not.toBe(kept);
  expect(() => useSecret(kept, 's-lihua000', pepper)).toThrow();
  expect(() => useSecret(kept, 's-wangfang', randomBytes(32))).toThrow();
  const changed = `${kept.slice(0, 8)}${kept[8] === 'A' ? 'B' : 'A'}${kept.slice(9)}`;
  expect(() => useSecret(changed, 's-wangfang', pepper)).toThrow();
  expect(() => useSecret('plain', 's-wangfang', pepper)).toThrow();
});
