import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { MEDIA_TYPE } from '../../src/contract/routes.ts';

/**
 * The network between a screen and the hall, with a handle: it can be cut, stall without closing, answer like a hotel's
 * log-in page, tear answers off in the middle and change what passes. Between two settings it forwards everything
 * untouched, event streams too, and keeps a record of what it saw.
 *
 * A reverse proxy, not an interception: the browser opens `proxy.url`, so origin, cookies and service worker belong to
 * that address, and the server must be content with the Host it is given, as behind nginx.
 */
export interface HallProxy {
  readonly url: string;
  readonly port: number;
  /** Every request that reached the proxy, oldest first, also those it did not forward. */
  readonly requests: Passage[];
  /** Connections are reset and new ones too, until `restore()`: the cable is out. */
  cut(): void;
  /** Connections stay open and nothing moves any more, the worst that a network does. */
  stall(): void;
  /** Status 200 and HTML to everything, whatever was asked. */
  captivePortal(html?: string): void;
  /** Forwards again, faithfully: ends cut, stall, captivePortal, tamper, tearAt, answerInstead and every hold. */
  restore(): void;
  /** Changes the bodies of matching answers; content coding is switched off for them so that `change` sees plain bytes. */
  tamper(match: Match, change: (body: Buffer) => Buffer | string): void;
  /** Answers break off after so many bytes of body. */
  tearAt(bytes: number, match?: Match): void;
  /** The next matching answer is kept back until `release()`; `arrived` tells that the server has given it. */
  hold(match: Match): Hold;
  /** The next matching request is kept from the server until `release()`; `arrived` tells that the screen has sent it. */
  holdRequest(match: Match): Hold;
  /** An impostor answers what matches, in our own media type; the server never hears of it. */
  answerInstead(match: Match, body: string): void;
  /** Leads to another server from now on, e.g. one that was restarted elsewhere. */
  leadTo(target: string): void;
  close(): Promise<void>;
}

export interface Passage {
  readonly method: string;
  readonly path: string;
  /** Undefined until an answer began; a cut or stalled request never gets one. */
  status?: number;
  /** Body bytes that were handed to the browser, as coded for transport. */
  bytes: number;
}

export interface Hold {
  readonly arrived: Promise<Passage>;
  release(): void;
}

export type Match = string | RegExp | ((path: string, method: string) => boolean);

type Mode = 'open' | 'cut' | 'stall' | 'portal';

const PORTAL =
  '<!doctype html><html><head><title>Wi-Fi</title></head><body><h1>请登录网络</h1></body></html>';

export async function startProxy(target: string, port = 0): Promise<HallProxy> {
  const proxy = new ForwardingProxy(target);
  await proxy.listen(port);
  return proxy;
}

interface Held extends Hold {
  readonly at: 'request' | 'answer';
  readonly match: Match;
  readonly arrive: (passage: Passage) => void;
  readonly released: Promise<void>;
}

class ForwardingProxy implements HallProxy {
  readonly requests: Passage[] = [];
  #target: URL;
  #mode: Mode = 'open';
  #portalHtml = PORTAL;
  #tampers: { match: Match; change: (body: Buffer) => Buffer | string }[] = [];
  #tears: { match: Match; bytes: number }[] = [];
  #impostors: { match: Match; body: string }[] = [];
  #holds: Held[] = [];
  readonly #sockets = new Set<Socket>();
  // No keep-alive towards the hall: a server killed between two requests must not show up as a broken old connection.
  readonly #agent = new Agent({ keepAlive: false });
  readonly #server: Server;

  constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));
    this.#server.on('connection', (socket) => this.#admit(socket));
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  cut(): void {
    this.#mode = 'cut';
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  stall(): void {
    this.#mode = 'stall';
    for (const socket of this.#sockets) socket.pause();
  }

  captivePortal(html = PORTAL): void {
    this.#mode = 'portal';
    this.#portalHtml = html;
    // What was under way is broken off, as when a lease ends.
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  restore(): void {
    // What was stalled stays dead to the browser; a new try goes through.
    if (this.#mode === 'stall') for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#mode = 'open';
    this.#tampers = [];
    this.#tears = [];
    this.#impostors = [];
    for (const hold of this.#holds) hold.release();
    this.#holds = [];
  }

  tamper(match: Match, change: (body: Buffer) => Buffer | string): void {
    this.#tampers.push({ match, change });
  }

  tearAt(bytes: number, match: Match = () => true): void {
    this.#tears.push({ match, bytes });
  }

  hold(match: Match): Hold {
    return this.#hold('answer', match);
  }

  holdRequest(match: Match): Hold {
    return this.#hold('request', match);
  }

  answerInstead(match: Match, body: string): void {
    this.#impostors.push({ match, body });
  }

  #hold(at: Held['at'], match: Match): Hold {
    let arrive: (passage: Passage) => void = () => {};
    let release: () => void = () => {};
    const arrived = new Promise<Passage>((resolve) => {
      arrive = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#holds.push({ at, match, arrived, arrive, release, released });
    return { arrived, release };
  }

  leadTo(target: string): void {
    this.#target = new URL(target);
  }

  async close(): Promise<void> {
    this.restore();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #admit(socket: Socket): void {
    if (this.#mode === 'cut') {
      socket.resetAndDestroy();
      return;
    }
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const passage: Passage = { method: incoming.method ?? 'GET', path: incoming.url ?? '/', bytes: 0 };
    this.requests.push(passage);
    if (this.#mode === 'stall') return;
    const impostor = this.#impostors.find(({ match }) => isMatch(match, passage));
    if (this.#mode === 'portal') this.#answerPortal(passage, outgoing);
    else if (impostor) answer(passage, outgoing, MEDIA_TYPE, impostor.body);
    else void this.#forward(incoming, outgoing, passage);
  }

  #answerPortal(passage: Passage, outgoing: ServerResponse): void {
    answer(passage, outgoing, 'text/html; charset=utf-8', this.#portalHtml);
  }

  async #forward(incoming: IncomingMessage, outgoing: ServerResponse, passage: Passage): Promise<void> {
    await this.#waitForHold('request', passage);
    if (outgoing.destroyed || this.#mode === 'stall') return;
    const tampers = this.#tampers.filter(({ match }) => isMatch(match, passage));
    const headers = { ...incoming.headers };
    if (tampers.length > 0) delete headers['accept-encoding'];
    const upstream = request(
      {
        host: this.#target.hostname,
        port: this.#target.port,
        method: passage.method,
        path: passage.path,
        headers,
        agent: this.#agent,
      },
      async (answer) => {
        passage.status = answer.statusCode ?? 502;
        await this.#waitForHold('answer', passage);
        if (outgoing.destroyed || this.#mode === 'stall') return;
        if (tampers.length > 0) await sendChanged(answer, outgoing, passage, tampers);
        else this.#stream(answer, outgoing, passage);
      },
    );
    upstream.on('error', () => outgoing.socket?.resetAndDestroy());
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  }

  async #waitForHold(at: Held['at'], passage: Passage): Promise<void> {
    const index = this.#holds.findIndex((hold) => hold.at === at && isMatch(hold.match, passage));
    const [hold] = index < 0 ? [] : this.#holds.splice(index, 1);
    if (!hold) return;
    hold.arrive(passage);
    await hold.released;
  }

  #stream(answer: IncomingMessage, outgoing: ServerResponse, passage: Passage): void {
    const tear = this.#tears.find(({ match }) => isMatch(match, passage))?.bytes ?? Number.POSITIVE_INFINITY;
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.flushHeaders();
    answer.on('data', (chunk: Buffer) => {
      if (this.#mode === 'stall') return;
      const part = chunk.subarray(0, Math.max(0, tear - passage.bytes));
      passage.bytes += part.length;
      outgoing.write(part, () => {
        if (part.length < chunk.length) outgoing.socket?.destroySoon();
      });
    });
    answer.on('end', () => {
      if (this.#mode !== 'stall') outgoing.end();
    });
    answer.on('error', () => outgoing.socket?.resetAndDestroy());
  }
}

function answer(passage: Passage, outgoing: ServerResponse, type: string, body: string): void {
  passage.status = 200;
  passage.bytes = Buffer.byteLength(body);
  outgoing.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  outgoing.end(body);
}

async function sendChanged(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  passage: Passage,
  tampers: { change: (body: Buffer) => Buffer | string }[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = tampers.reduce((bytes, { change }) => Buffer.from(change(bytes)), Buffer.concat(chunks));
  passage.bytes = body.length;
  const headers = { ...answer.headers, 'content-length': String(body.length) };
  delete headers['transfer-encoding'];
  outgoing.writeHead(answer.statusCode ?? 502, headers);
  outgoing.end(body);
}

function isMatch(match: Match, { path, method }: Passage): boolean {
  if (typeof match === 'function') return match(path, method);
  return typeof match === 'string' ? path.startsWith(match) : match.test(path);
}
