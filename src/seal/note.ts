/**
 * Short texts that the server keeps sealed, such as a reply to a visitor: `v1.keyId.enc.ct`, one column. The context
 * (say, the submission and the column) is bound in: a note moved to another row does not open there.
 */
import type { KeyId } from '../contract/id.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes.ts';
import { importHallPublicKey } from './hall-key.ts';
import { type Binding, openBytes, sealBytes } from './hpke.ts';
import { keyIdOf } from './key-id.ts';
import { pad, unpad } from './padding.ts';
import { SealError } from './seal-error.ts';
import type { KeyHandle } from './webcrypto.ts';

const NOTE = /^v1\.([\w-]{16})\.([\w-]{43})\.([\w-]+)$/;

export async function sealNote(text: string, context: string, hallPublicKey: string): Promise<string> {
  const keyId = await keyIdOf(hallPublicKey);
  const key = await importHallPublicKey(hallPublicKey);
  const { enc, ct } = await sealBytes(key, binding(keyId, context), pad(utf8(text)));
  return `v1.${keyId}.${toBase64url(enc)}.${toBase64url(ct)}`;
}

export async function openNote(note: string, context: string, hallPrivateKey: KeyHandle): Promise<string> {
  const [keyId, enc, ct] = parts(note);
  const sealed = { enc: fromBase64url(enc), ct: fromBase64url(ct) };
  return fromUtf8(unpad(await openBytes(hallPrivateKey, binding(keyId, context), sealed)));
}

/** Which hall key opens it: after a rotation old notes stay with the old key. */
export function noteKeyId(note: string): KeyId {
  return parts(note)[0];
}

function parts(note: string): [keyId: KeyId, enc: string, ct: string] {
  const found = NOTE.exec(note);
  if (found === null) throw new SealError('unknown-suite', 'not a note of a version that this program knows');
  return found.slice(1) as [KeyId, string, string];
}

// The key id has a fixed length, so no other pair of id and context gives the same text.
function binding(keyId: string, context: string): Binding {
  return { info: 'bianminping/note/v1', aad: `${keyId}.${context}` };
}
