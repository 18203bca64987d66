import { join } from 'node:path';
import * as v from 'valibot';
import { momentOf } from '../contract/day.ts';
import { Base64Url, type HallId } from '../contract/id.ts';
import { KeyCertificate, type keyPurposes } from '../contract/key.ts';
import { fromBase64url, toBase64url } from '../seal/bytes.ts';
import { issueCertificate } from '../seal/certificate.ts';
import {
  exportHallPrivateKey,
  exportHallPublicKey,
  importHallPrivateKey,
  makeHallKey,
} from '../seal/hall-key.ts';
import { keyIdOf } from '../seal/key-id.ts';
import { randomBytes } from '../seal/random.ts';
import { exportPrivateKey, exportPublicKey, importPrivateKey, makeSigningKey } from '../seal/sign.ts';
import type { Keys, SigningKey } from './deps.ts';
import { readSecret, writeSecretOnce } from './store/key-file.ts';

/**
 * The hall's keys, in files beside the database: who copies the database alone cannot read what visitors filed, nor sign.
 * They are made once; a key that is missing later is never silently replaced, because what it sealed would be lost.
 */
export interface KeyPlace {
  readonly folder: string;
  readonly hall: HallId;
  readonly clock: () => number;
  /** True on the very first start only. */
  readonly mayMake: boolean;
}

export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
  readonly file: string;
  constructor(file: string) {
    super(file);
    this.file = file;
  }
}

const KeyFile = v.strictObject({ v: v.literal(1), public: Base64Url, private: Base64Url });
const CertificateFile = v.strictObject({ hall: v.string(), certificates: v.array(KeyCertificate) });

interface Kind {
  readonly make: () => Promise<v.InferOutput<typeof KeyFile>>;
  readonly open: (text: string) => Promise<SigningKey['privateKey']>;
}

const signing: Kind = {
  async make() {
    const { publicKey, privateKey } = await makeSigningKey({ extractable: true });
    return { v: 1, public: await exportPublicKey(publicKey), private: await exportPrivateKey(privateKey) };
  },
  open: (text) => importPrivateKey(text),
};

const sealing: Kind = {
  async make() {
    const { publicKey, privateKey } = await makeHallKey();
    return {
      v: 1,
      public: await exportHallPublicKey(publicKey),
      private: await exportHallPrivateKey(privateKey),
    };
  },
  open: importHallPrivateKey,
};

export async function openKeys(place: KeyPlace): Promise<Keys> {
  const root = await openKey(place, 'root.key', signing);
  const snapshot = await openKey(place, 'snapshot.key', signing);
  const receipt = await openKey(place, 'receipt.key', signing);
  const hallKey = await openKey(place, 'hall.key', sealing);
  const pepper = await secret(place, 'pepper', async () => toBase64url(randomBytes(32)));
  return {
    hall: place.hall,
    root: root.publicKey,
    snapshot,
    receipt,
    hallKey,
    pepper: fromBase64url(pepper),
    certificates: await certificates(place, root, { snapshot, receipt, hall: hallKey }),
  };
}

async function openKey(place: KeyPlace, name: string, kind: Kind): Promise<SigningKey> {
  const text = await secret(place, name, async () => JSON.stringify(await kind.make()));
  const file = v.parse(KeyFile, JSON.parse(text));
  return {
    keyId: await keyIdOf(file.public),
    publicKey: file.public,
    privateKey: await kind.open(file.private),
  };
}

async function secret(place: KeyPlace, name: string, make: () => Promise<string>): Promise<string> {
  const file = join(place.folder, name);
  const there = readSecret(file);
  if (there !== null) return there.trim();
  if (!place.mayMake) throw new KeyMissing(file);
  return writeSecretOnce(file, await make());
}

type Certified = Readonly<Record<(typeof keyPurposes)[number], SigningKey>>;

/** Written once, so that every start serves the same bytes. */
async function certificates(
  place: KeyPlace,
  root: SigningKey,
  keys: Certified,
): Promise<readonly KeyCertificate[]> {
  const text = await secret(place, 'certificates.json', async () => {
    const { hall } = place;
    const notBefore = momentOf(place.clock());
    const issued = await Promise.all(
      (['snapshot', 'receipt', 'hall'] as const).map((purpose) =>
        issueCertificate({ hall, purpose, publicKey: keys[purpose].publicKey, notBefore }, root.privateKey),
      ),
    );
    return JSON.stringify({ hall, certificates: issued });
  });
  return v.parse(CertificateFile, JSON.parse(text)).certificates;
}
