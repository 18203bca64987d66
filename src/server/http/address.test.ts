import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { addressOf, isOwnMachine, networkOf } from './address.ts';

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

describe('a request from the server’s own machine', () => {
  const isOwn = async (isBehindProxy: boolean, remoteAddress: string, forwarded?: string) => {
    const app = new Hono().get('/', (c) => c.json(isOwnMachine(c, { isBehindProxy })));
    const env = { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } };
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    return (await app.request('/', { headers }, env)).json();
  };

  it.each([
    [true, false, '127.0.0.1', undefined],
    [true, false, '::1', undefined],
    [true, false, '::ffff:127.0.0.1', undefined],
    [false, false, '203.0.113.7', undefined],
    // A proxy of which nobody told us: what it brings comes from anywhere.
    [false, false, '127.0.0.1', '203.0.113.7'],
    [false, false, '127.0.0.1', '127.0.0.1'],
    [false, true, '127.0.0.1', '203.0.113.7'],
    [false, true, '127.0.0.1', '127.0.0.1, 203.0.113.7'],
    [true, true, '127.0.0.1', '127.0.0.1'],
  ])('is one: %s, behind a proxy of ours: %s, from %s for %s', async (is, isBehind, remote, forwarded) => {
    expect(await isOwn(isBehind, remote, forwarded)).toBe(is);
  });
});
