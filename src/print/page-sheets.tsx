import css from './page-sheets.module.css';

export interface SheetPage {
  /** Where its pixels are, in this document. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Sheets of A4 that one visitor prints at once: about as many as the tray of a hall's printer gives without anybody waiting. */
export const MOST_SHEETS = 20;

/** Pages of a file, each as large as its sheet allows; one that lies across is printed on a sheet laid across. */
export const PageSheets = ({ pages }: { readonly pages: readonly SheetPage[] }) => (
  <>
    {pages.map(({ url, width, height, alt }) => (
      <div key={url} class={width > height ? css.across : css.upright}>
        <img src={url} alt={alt} width={width} height={height} />
      </div>
    ))}
  </>
);
