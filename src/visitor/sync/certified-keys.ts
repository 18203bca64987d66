import * as v from 'valibot';
import type { HallId } from '../../contract/id.ts';
import type { KeyCertificate } from '../../contract/key.ts';
import { SnapshotHead } from '../../contract/snapshot.ts';
import { verifyCertificate } from '../../seal/certificate.ts';
import type { ContentDatabase } from '../store/read-content.ts';
import { standingOf } from '../store/turn.ts';

export interface CertifiedKeys {
  readonly hall: HallId;
  readonly keys: readonly KeyCertificate[];
}

/**
 * The keys of the snapshot that is shown, each asked again for the root's signature: what lay in storage is not believed more
 * than what came over the network. Null before the first snapshot.
 */
export const certifiedKeys = async (db: ContentDatabase): Promise<CertifiedKeys | null> => {
  const standing = await standingOf(db);
  if (standing === null) return null;
  const { hall, keys } = v.parse(SnapshotHead, JSON.parse(standing.signed.head));
  const certified = await Promise.all(
    keys.map((each) => verifyCertificate(each, standing.root, { hall, purpose: each.purpose })),
  );
  return { hall, keys: keys.filter((_, at) => certified[at]) };
};

/** The newest of one purpose: after a rotation what is filed is sealed to the new one. */
export const newestKey = (
  certified: CertifiedKeys | null,
  purpose: KeyCertificate['purpose'],
): KeyCertificate | null => {
  const [newest] = (certified?.keys ?? [])
    .filter((each) => each.purpose === purpose)
    .sort((a, b) => (a.notBefore < b.notBefore ? 1 : -1));
  return newest ?? null;
};
