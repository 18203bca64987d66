import { type Moment, momentOf } from '../../contract/day.ts';
import type { Envelope } from '../../contract/envelope.ts';
import type { Digest, ObjectId } from '../../contract/id.ts';
import type { KeyCertificate } from '../../contract/key.ts';
import type { Enrolment } from '../../contract/machine.ts';
import type { Problem } from '../../contract/problem.ts';
import { objectIdOf, type PublishedObject, picturesOf } from '../../contract/published.ts';
import type { ServerReceipt } from '../../contract/receipt.ts';
import { LINES_MEDIA_TYPE, MEDIA_TYPE } from '../../contract/routes.ts';
import {
  changeBetween,
  listText,
  OBJECTS_PER_PAGE,
  type ObjectList,
  type SignedHead,
  type SnapshotHead,
} from '../../contract/snapshot.ts';
import { fromUtf8, utf8 } from '../../seal/bytes.ts';
import { canonical } from '../../seal/canonical.ts';
import { issueCertificate } from '../../seal/certificate.ts';
import { digest } from '../../seal/digest.ts';
import { exportHallPublicKey, makeHallKey } from '../../seal/hall-key.ts';
import { keyIdOf } from '../../seal/key-id.ts';
import { exportPublicKey, makeSigningKey, sign } from '../../seal/sign.ts';
import type { KeyHandle } from '../../seal/webcrypto.ts';
import { AT, HALL_ID } from './fixture-content.ts';

/**
 * A hall for tests, with real keys and real signatures, that answers as the server's contract says. Its handles make it lie, break
 * off, or fall silent at any request.
 */

interface Key {
  readonly privateKey: KeyHandle;
  readonly publicKey: string;
}

interface Snapshot {
  readonly signed: SignedHead;
  readonly head: SnapshotHead;
  readonly list: ObjectList;
}

/** Sees every request before the hall does; an answer from here is what the screen gets. */
export type Interfere = (path: string, answer: () => Promise<Response>) => Promise<Response> | null;

const signingKey = async (): Promise<Key> => {
  const { privateKey, publicKey } = await makeSigningKey({ extractable: true });
  return { privateKey, publicKey: await exportPublicKey(publicKey) };
};

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': `${MEDIA_TYPE}; charset=utf-8` },
  });
export const problem = (status: number, of: Problem): Response => json({ problem: of, say: '…' }, status);
export const portal = (): Response =>
  new Response('<html>请登录</html>', { status: 200, headers: { 'content-type': 'text/html' } });

export class FixtureHall {
  readonly root: Key;
  readonly snapshotKey: Key;
  readonly receiptKey: Key;
  readonly hall: { readonly privateKey: KeyHandle; readonly publicKey: string };
  readonly keys: readonly KeyCertificate[];
  readonly snapshots: Snapshot[] = [];
  readonly objects = new Map<Digest, PublishedObject>();
  /** Pictures by digest, served while what is shown names them. */
  readonly pictures = new Map<Digest, Uint8Array<ArrayBuffer>>();
  /** Requests in order: `GET /api/content/head`. */
  readonly asked: string[] = [];
  readonly received = new Map<string, { readonly bytes: string; readonly receipt: ServerReceipt }>();
  readonly machines: string[] = [];
  interfere: Interfere = () => null;

  constructor(keys: Pick<FixtureHall, 'root' | 'snapshotKey' | 'receiptKey' | 'hall' | 'keys'>) {
    this.root = keys.root;
    this.snapshotKey = keys.snapshotKey;
    this.receiptKey = keys.receiptKey;
    this.hall = keys.hall;
    this.keys = keys.keys;
  }

  get latest(): Snapshot {
    const last = this.snapshots.at(-1);
    if (last === undefined) throw new Error('nothing published');
    return last;
  }

  /** Publishes exactly these objects as the next number. */
  async publish(objects: readonly PublishedObject[], part: Partial<SnapshotHead> = {}): Promise<Snapshot> {
    const list = new Map<ObjectId, Digest>();
    for (const object of objects) {
      const of = await digest(canonical(object));
      this.objects.set(of, object);
      list.set(objectIdOf(object), of);
    }
    const previous = this.snapshots.at(-1);
    const head: SnapshotHead = {
      v: 1,
      hall: HALL_ID,
      number: this.snapshots.length + 1,
      previous: previous === undefined ? null : await digest(previous.signed.head),
      signedAt: AT,
      list: { digest: await digest(listText(list)), count: list.size },
      keys: [...this.keys],
      ...part,
    };
    const snapshot = { head, list, signed: await this.signHead(head) };
    this.snapshots.push(snapshot);
    return snapshot;
  }

  async signHead(head: unknown, key: Key = this.snapshotKey): Promise<SignedHead> {
    const text = canonical(head);
    const keyId = await keyIdOf(key.publicKey);
    const signature = await sign(key.privateKey, 'snapshot', utf8(text));
    return { head: text, signature, keyId, root: this.root.publicKey };
  }

  async receiptFor(bytes: string, part: Partial<{ digest: Digest }> = {}): Promise<ServerReceipt> {
    const { submission, receiptNo } = JSON.parse(bytes) as Envelope;
    const body = canonical({
      v: 1,
      submission,
      receiptNo,
      digest: await digest(bytes),
      receivedAt: momentOf(Date.parse(AT)),
      ...part,
    });
    const keyId = await keyIdOf(this.receiptKey.publicKey);
    return { body, signature: await sign(this.receiptKey.privateKey, 'receipt', utf8(body)), keyId };
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input);
    this.asked.push(`${init?.method ?? 'GET'} ${path}`);
    const answer = (): Promise<Response> => this.#answer(path, init);
    return (await this.interfere(path, answer)) ?? (await answer());
  };

  async #answer(path: string, init: RequestInit | undefined): Promise<Response> {
    const parts = path.split('/').slice(2);
    switch (parts[0]) {
      case 'content':
        return this.#content(parts.slice(1));
      case 'submission':
        return this.#receive(fromUtf8(init?.body as Uint8Array));
      case 'machine':
        return this.#enrol(String(init?.body));
      case 'incident':
        return json({});
      default:
        return problem(404, { code: 'no-such-address' });
    }
  }

  #enrol(body: string): Response {
    const { former } = JSON.parse(body) as Enrolment;
    this.machines.push(body);
    const fresh = { machine: `m-screen00${this.machines.length}`, prefix: `A${this.machines.length}` };
    return json({ ...(former ?? fresh), hall: HALL_ID });
  }

  async #content([what, a, b, c]: readonly string[]): Promise<Response> {
    if (what === 'head') return json(this.latest.signed);
    if (what === 'object') {
      const object = this.#isShown(a as Digest) ? this.objects.get(a as Digest) : undefined;
      return object === undefined ? problem(404, { code: 'no-such-thing' }) : json(object);
    }
    if (what === 'file') return this.#picture(a as Digest);
    const from = this.#at(Number(a));
    const to = this.#at(Number(b));
    if (from === undefined || to === undefined) return problem(404, { code: 'no-such-thing' });
    const change = changeBetween(from, to);
    if (c === undefined) return json(change);
    const page = change.put.slice(Number(c) * OBJECTS_PER_PAGE, (Number(c) + 1) * OBJECTS_PER_PAGE);
    const lines = page
      .filter(([, of]) => this.#isShown(of))
      .map(([, of]) => `${canonical(this.objects.get(of))}\n`);
    return new Response(lines.join(''), { headers: { 'content-type': LINES_MEDIA_TYPE } });
  }

  /** Texts that are no longer shown are not served. */
  #isShown(of: Digest): boolean {
    return [...this.latest.list.values()].includes(of);
  }

  #picture(of: Digest): Response {
    const isNamed = [...this.latest.list.values()].some((each) => {
      const object = this.objects.get(each);
      return object?.type === 'entry' && picturesOf(object).some(({ file }) => file === of);
    });
    const bytes = isNamed ? this.pictures.get(of) : undefined;
    if (bytes === undefined) return problem(404, { code: 'no-such-thing' });
    return new Response(bytes, { headers: { 'content-type': 'image/webp' } });
  }

  #at(number: number): { readonly number: number; readonly objects: ObjectList } | undefined {
    if (number === 0) return { number, objects: new Map() };
    const found = this.snapshots.find(({ head }) => head.number === number);
    return found && { number, objects: found.list };
  }

  async #receive(bytes: string): Promise<Response> {
    const { submission } = JSON.parse(bytes) as Envelope;
    const held = this.received.get(submission);
    if (held !== undefined) {
      return held.bytes === bytes
        ? json(held.receipt)
        : problem(409, { code: 'other-content-under-this-id' });
    }
    const receipt = await this.receiptFor(bytes);
    this.received.set(submission, { bytes, receipt });
    return json(receipt, 201);
  }
}

export const openFixtureHall = async (): Promise<FixtureHall> => {
  const [root, snapshotKey, receiptKey, sealing] = await Promise.all([
    signingKey(),
    signingKey(),
    signingKey(),
    makeHallKey(),
  ]);
  const hall = { privateKey: sealing.privateKey, publicKey: await exportHallPublicKey(sealing.publicKey) };
  const certify = (purpose: KeyCertificate['purpose'], publicKey: string): Promise<KeyCertificate> =>
    issueCertificate({ hall: HALL_ID, purpose, publicKey, notBefore: AT as Moment }, root.privateKey);
  const keys = await Promise.all([
    certify('snapshot', snapshotKey.publicKey),
    certify('receipt', receiptKey.publicKey),
    certify('hall', hall.publicKey),
  ]);
  return new FixtureHall({ root, snapshotKey, receiptKey, hall, keys });
};
