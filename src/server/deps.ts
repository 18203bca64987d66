import type { Role } from '../contract/account.ts';
import type { FileType } from '../contract/attachment.ts';
import type { FileFault } from '../contract/file.ts';
import type { HallId, KeyId, StaffId } from '../contract/id.ts';
import type { KeyCertificate } from '../contract/key.ts';
import type { Result } from '../contract/result.ts';
import type { KeyHandle } from '../seal/webcrypto.ts';
import type { Store } from './store/store.ts';

/** What a feature takes from the program. Features never import one another; what one needs of another stands here as a port. */
export interface Deps {
  readonly store: Store;
  readonly keys: Keys;
  /** Milliseconds since 1970. The only clock of the server. */
  readonly clock: () => number;
  readonly log: Log;
  readonly events: Events;
  readonly files: Files;
  /** Who sent this request, by its session cookie; null if nobody. Made by account/, asked by http/guard. */
  readonly whoIs: WhoIs;
  /** True when a proxy of ours stands before the server and its X-Forwarded-For can be believed. */
  readonly isBehindProxy: boolean;
  /** How many rows of spreadsheets the hall may hold, where that is bounded. */
  readonly mostRows?: number;
}

export interface Staff {
  readonly id: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The department (科室) whose entries they may write; null: the whole hall's. */
  readonly department: string | null;
}
export type WhoIs = (headers: Headers) => Promise<Staff | null>;

/** Fields hold route patterns, status, milliseconds and ids; never bodies, queries, names or typed text. */
export interface Log {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

export interface Events {
  /** A new snapshot is durable: every open stream is told. */
  readonly announce: (number: number) => void;
  readonly onHead: (listener: (number: number) => void) => () => void;
}

/** Files that staff gave, and the pictures of their pages. */
export interface Files {
  /** Something waits to be prepared. */
  readonly wake: () => void;
  /** By digest, of a file or of a picture. */
  readonly bytesOf: (digest: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** How much the hall may hold, where that is bounded. */
  readonly mostBytes?: number;
  /** The same for another store (a practice hall). */
  readonly keepFor: (store: Store) => KeptFiles;
}

export interface KeptFiles extends Files {
  readonly close: () => Promise<void>;
}

export interface SigningKey {
  readonly keyId: KeyId;
  readonly publicKey: string;
  readonly privateKey: KeyHandle;
}

export interface Keys {
  readonly hall: HallId;
  /** Raw Ed25519, base64url: what screens pin. */
  readonly root: string;
  readonly snapshot: SigningKey;
  readonly receipt: SigningKey;
  /** X25519; opens what visitors filed. */
  readonly hallKey: SigningKey;
  /** HMAC secret over query-code checks. */
  readonly pepper: Uint8Array;
  /** For every key that a screen needs, as it travels in the head. */
  readonly certificates: readonly KeyCertificate[];
}

/** What an import of a folder does with bytes. */
export interface FileTools {
  readonly typeOf: (bytes: Uint8Array) => Promise<Result<FileType, FileFault>>;
  /** Null: it is kept, ready. */
  readonly prepareNow: (store: Store, given: GivenFile) => Promise<FileFault | null>;
  readonly measurePicture: (
    bytes: Uint8Array,
  ) => Promise<{ width: number; height: number } | 'not-bare' | null>;
}

export interface GivenFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: FileType;
  readonly atMs: number;
}
