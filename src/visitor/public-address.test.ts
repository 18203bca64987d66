import { describe, expect, it } from 'vitest';
import { publicAddress } from './public-address.ts';

const at = (url: string): URL => new URL(url);

describe('where a code leads', () => {
  it('is the hall’s own address, wherever the screen has its pages from', () => {
    const hall = { publicUrl: 'https://bm.example.gov.cn' };
    for (const here of ['http://127.0.0.1:8080', 'https://other.example'])
      expect(publicAddress(hall, '/guide/a', at(here))).toBe('https://bm.example.gov.cn/guide/a');
  });

  it('is where this page came from, when a phone can get there', () => {
    expect(publicAddress({}, '/progress#A7', at('http://10.0.3.7:8080'))).toBe(
      'http://10.0.3.7:8080/progress#A7',
    );
  });

  it('is nowhere when only this machine can get there', () => {
    for (const here of [
      'http://127.0.0.1:8080',
      'http://127.8.0.1',
      'http://localhost:1',
      'http://hall.localhost',
      'http://[::1]:8080',
    ])
      expect(publicAddress({}, '/', at(here))).toBeNull();
    expect(publicAddress(undefined, '/', at('http://localhost.example.cn'))).not.toBeNull();
  });
});
