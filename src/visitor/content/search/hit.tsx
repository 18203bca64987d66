import type { ComponentChildren } from 'preact';
import { language } from '../../../ui/words/words.ts';
import { Marked } from '../../sample-mark.tsx';
import type { SearchRow, SearchText } from '../../store/content-db.ts';
import { t } from '../../t.ts';
import { isMarked, markAlias, markText, markTitle, type Piece, placeIn } from './mark.ts';
import styles from './search-screen.module.css';

const englishOf = ({ en }: SearchRow) => (language.value === 'zh-CN' ? undefined : en);

/** A title with the found words marked: bold and underlined, never by colour alone. */
export function Hit({ row, query }: { row: SearchRow; query: string }) {
  const english = englishOf(row);
  return (
    <Marked isSample={row.sample === 'whole'}>
      <Pieces pieces={english ? markText(english.title, query) : markTitle(row, query)} />
    </Marked>
  );
}

/** What stands beneath: the other name by which it was found, else the place in its text, else its summary. */
export const hitLine = (row: SearchRow, text: SearchText | undefined, query: string): ComponentChildren => {
  const english = englishOf(row);
  // What was found in Chinese is said in Chinese too, beneath its English name.
  if (english) return <Pieces pieces={markText(`${english.summary} ${row.title}`.trim(), query)} />;
  const title = markTitle(row, query);
  if (!isMarked(title)) {
    const alias = markAlias(row, query);
    if (alias) return <Pieces before={t('也叫：')} pieces={alias} />;
    const place = text && !isMarked(markText(row.summary, query)) ? placeIn(text, query) : null;
    // The place may be of that part of a guide which is sample.
    if (place)
      return (
        <Marked isSample={row.sample === 'part'}>
          {place.file === null ? (
            <Pieces pieces={place.pieces} />
          ) : (
            <>
              {t('附件里有：{file}', { file: place.file })}
              <br />
              <Pieces pieces={place.pieces} />
            </>
          )}
        </Marked>
      );
  }
  return <Pieces pieces={markText(row.summary, query)} />;
};

export function Pieces({ pieces, before }: { pieces: readonly Piece[]; before?: string }) {
  return (
    <span>
      {before}
      {pieces.map((piece, at) =>
        piece.isMarked ? (
          <mark key={at} class={styles.mark}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </span>
  );
}
