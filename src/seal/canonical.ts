/**
 * Canonical JSON (RFC 8785): what is digested, signed and bound. The same value has the same text everywhere, and a
 * value whose meaning would be lost on the way (undefined, NaN, a Date, a Map, a hole in a list) is refused, because
 * a signature over less than what one meant is worse than none.
 */
import canonicalize from 'canonicalize';
import { SealError } from './seal-error.ts';

/** Deeper than anything of ours; also what ends a value that contains itself. */
const MAX_DEPTH = 64;

export function canonical(value: unknown): string {
  refuseUnlessJson(value, 0);
  try {
    return canonicalize(value) as string;
  } catch (cause) {
    // What is left for the library to refuse: half a surrogate pair in a text or a name.
    throw new SealError('illegal-value', 'text that is not Unicode has no canonical JSON', { cause });
  }
}

function refuseUnlessJson(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw new SealError('illegal-value', 'too deep for canonical JSON');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    // Not forEach: it steps over holes, which JSON would turn into null.
    for (const item of value) refuseUnlessJson(item, depth + 1);
    return;
  }
  if (typeof value === 'object' && isPlain(value)) {
    for (const item of Object.values(value)) refuseUnlessJson(item, depth + 1);
    return;
  }
  throw new SealError('illegal-value', `${typeof value} has no canonical JSON`);
}

/** A record of any realm: its prototype is the root or nothing. Dates, maps, bytes and class instances are not. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
