/** Both empty: the list; `to` alone: that one to read; both: the two beside each other. */
export interface Versions {
  readonly from: string;
  readonly to: string;
}

export const NO_VERSIONS: Versions = { from: '', to: '' };

/** `3` of an entry; `c3` or `s3` of the hall's settings. */
const isVersion = (text: string): boolean => /^[cs]?[1-9]\d{0,8}$/.test(text);

export const versionsIn = (query: URLSearchParams): Versions => {
  const [from = '', to = ''] = ['from', 'to'].map((each) => query.get(each) ?? '');
  return isVersion(to) ? { from: isVersion(from) ? from : '', to } : NO_VERSIONS;
};

/** 0: as it stands now. */
export const revisionIn = (query: URLSearchParams): number =>
  /^[1-9]\d{0,8}$/.test(query.get('revision') ?? '') ? Number(query.get('revision')) : 0;
