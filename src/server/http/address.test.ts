import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { addressOf, networkOf } from './address.ts';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the sender of a request', () => {
  const seen = async (isBehindProxy: boolean, forwarded: string) => {
    const app = new Hono().get('/', (c) => c.text(addressOf(c, { isBehindProxy })));
    const env = {
      incoming: { socket: { remoteAddress: '198.51.100.1', remotePort: 1, remoteFamily: 'IPv4' } },
    };
    return (await app.request('/', { headers: { 'x-forwarded-for': forwarded } }, env)).text();
  };

  it('is what our proxy saw, not what the sender wrote before it', async () => {
    expect(await seen(true, '10.0.0.1, 203.0.113.7')).toBe('203.0.113.7');
  });

  it('is the socket’s where no proxy stands before us', async () => {
    expect(await seen(false, '203.0.113.7')).toBe('198.51.100.1');
  });
});
