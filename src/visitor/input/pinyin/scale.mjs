/** Shared by the compiler and its counts. A cost is −ln of a share, this many steps to one nat. */
export const SCALE = 13;

/** Parts of speech as jieba tags them; what is not here counts by its first letter. */
export const TAGS =
  'n nr ns nt nz v vn a ad d m q r p c uj ul u f s t i l j b z y k h x g vi vd an zg nrt nrfg ng vg uz ud'.split(
    ' ',
  );
