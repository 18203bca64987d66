import { describe, expect, it } from 'vitest';
import { hashPassword, verifyAgainstNobody, verifyPassword } from './password.ts';

describe('passwords', () => {
  it('are Argon2id with 19 MiB, two passes, one lane, salted', async () => {
    const one = await hashPassword('k7mw-x2hp-tq9d-vr4c');
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(await hashPassword('k7mw-x2hp-tq9d-vr4c'));
    expect(await verifyPassword(one, 'k7mw-x2hp-tq9d-vr4c')).toBe(true);
    expect(await verifyPassword(one, 'k7mw-x2hp-tq9d-vr4d')).toBe(false);
    expect(await verifyPassword(one, '')).toBe(false);
  });

  it('are the same however the keyboard composed them', async () => {
    const [composed, decomposed] = ['Caf\u00e9 \u00fcber alles 15', 'Cafe\u0301 u\u0308ber alles 15'];
    expect(await verifyPassword(await hashPassword(composed), decomposed)).toBe(true);
    expect(await verifyPassword(await hashPassword(decomposed), composed)).toBe(true);
  });

  it('of nobody are always wrong and cost a real verification', async () => {
    const stored = await hashPassword('some password of staff');
    const time = async (work: () => Promise<boolean>) => {
      const times: number[] = [];
      for (let n = 0; n < 9; n += 1) {
        const start = performance.now();
        expect(await work()).toBe(false);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const known = await time(() => verifyPassword(stored, 'wrong'));
    const unknown = await time(() => verifyAgainstNobody('wrong'));
    // The quickest of each, and wide, for a busy machine; without the work it would be a hundredth.
    expect(unknown / known).toBeGreaterThan(0.3);
  });

  it('against something that is no hash are a broken store, not a wrong password', async () => {
    await expect(verifyPassword('not a hash', 'x')).rejects.toThrow();
  });
});
