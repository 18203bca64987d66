/**
 * The little of WebCrypto and of the encoding globals that this folder uses, typed here because the folder
 * compiles without the DOM's and without Node's types: the same source runs in a page, a worker and on the server.
 * Structural on purpose: a browser's or Node's own CryptoKey is a KeyHandle.
 */
export interface KeyHandle {
  readonly type: 'private' | 'public' | 'secret';
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

export interface KeyPair {
  readonly privateKey: KeyHandle;
  readonly publicKey: KeyHandle;
}

/** Bytes that own an ordinary buffer, as WebCrypto wants them (never a view of shared memory). */
export type Bytes = Uint8Array<ArrayBuffer>;

type Algorithm = { readonly name: string; readonly [parameter: string]: unknown };
type Usage = 'sign' | 'verify' | 'deriveBits';

export interface Subtle {
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
  generateKey(algorithm: Algorithm, extractable: boolean, usages: readonly Usage[]): Promise<KeyPair>;
  importKey(
    format: 'raw' | 'pkcs8',
    data: Uint8Array,
    algorithm: Algorithm | string,
    extractable: boolean,
    usages: readonly Usage[],
  ): Promise<KeyHandle>;
  exportKey(format: 'raw' | 'pkcs8', key: KeyHandle): Promise<ArrayBuffer>;
  sign(algorithm: string, key: KeyHandle, data: Uint8Array): Promise<ArrayBuffer>;
  verify(algorithm: string, key: KeyHandle, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
  deriveBits(algorithm: Algorithm, key: KeyHandle, bits: number): Promise<ArrayBuffer>;
}

interface Platform {
  readonly crypto: { readonly subtle: Subtle; getRandomValues<T extends Uint8Array>(target: T): T };
  readonly TextEncoder: new () => { encode(text: string): Bytes };
  readonly TextDecoder: new (
    label: string,
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
}

// Not `declare global`: that would clash with the real declarations in the projects that import this folder.
export const platform = globalThis as unknown as Platform;

/** Who does the work: the platform itself, unless the program knows a quicker way to the same (node/at-once.ts). */
export let subtle: Subtle = platform.crypto.subtle;

export function workWith(other: Subtle): void {
  subtle = other;
}
