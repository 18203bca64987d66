import { describe, expect, it } from 'vitest';
import { fromHex, toBase64url, toHex, utf8 } from './bytes.ts';
import { codeCheck } from './code-check.ts';
import { digest } from './digest.ts';
import { hmac } from './hmac.ts';

describe('digest', () => {
  it('is SHA-256 (FIPS 180-4, "abc") as 43 characters', async () => {
    const expected = toBase64url(fromHex('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));
    expect(await digest('abc')).toBe(expected);
    expect(await digest(utf8('abc'))).toBe(expected);
    expect(expected).toHaveLength(43);
  });

  it('takes only the part that a view shows', async () => {
    expect(await digest(utf8('xabcx').subarray(1, 4))).toBe(await digest('abc'));
  });
});

describe('HMAC', () => {
  it('agrees with RFC 4231, case 6', async () => {
    const expected = fromHex('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
    const secret = new Uint8Array(131).fill(0xaa);
    const data = 'Test Using Larger Than Block-Size Key - Hash Key First';
    expect(await hmac(secret, data)).toBe(toBase64url(expected));
    expect(await hmac(secret, utf8(data))).toBe(toBase64url(expected));
  });

  it('refuses a secret under 256 bits', async () => {
    await expect(hmac(new Uint8Array(31), 'x')).rejects.toThrow(
      expect.objectContaining({ fault: 'illegal-key' }),
    );
  });
});

describe('code check', () => {
  it('agrees with PBKDF2-HMAC-SHA-256 of RFC 7914 §11', async () => {
    // The RFC gives 64 bytes; a shorter PBKDF2 result is their beginning.
    const expected = '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc';
    expect(await codeCheck('passwd', 'salt', 1)).toBe(toBase64url(fromHex(expected)));
  });

  it('differs by code and by submission, and costs 600,000 rounds when nothing else is said', async () => {
    const check = await codeCheck('K7MWX2HP', '0198c5a0-0000-7000-8000-000000000001');
    expect(check).toBe(await codeCheck('K7MWX2HP', '0198c5a0-0000-7000-8000-000000000001', 600_000));
    const few = await codeCheck('K7MWX2HP', 'a', 10);
    expect(few).not.toBe(await codeCheck('K7MWX2HQ', 'a', 10));
    expect(few).not.toBe(await codeCheck('K7MWX2HP', 'b', 10));
    expect(toHex(utf8(few))).toHaveLength(86);
  });
});
