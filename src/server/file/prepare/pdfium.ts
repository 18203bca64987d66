import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { checkPageCount, type OpenPdf, pixelsOf } from './pdf.ts';
import { Unfit } from './unfit.ts';

/** PDF by PDFium in WebAssembly: needs nothing of the machine, and so knows none of its fonts. */

/** FPDF_ERR_PASSWORD, as the package words it. */
const LOCKED = /password|security/i;

export const openWithPdfium: OpenPdf = async (bytes) => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    throw new Unfit(error instanceof Error && LOCKED.test(error.message) ? 'locked-pdf' : 'broken');
  });
  let isFontMissing = false;
  return {
    pageCount: checkPageCount(document.getPageCount()),
    async page(number) {
      const page = document.getPage(number - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const { width, height } = pixelsOf(originalWidth, originalHeight);
      // Drawing closes the page's words.
      const text = page.getText();
      isFontMissing ||= /\p{Script=Han}/u.test(text) && hasForeignFont(page);
      const drawn = await page.render({ width, height, render: 'bitmap' });
      return {
        raw: { data: drawn.data, width: drawn.width, height: drawn.height, channels: 4 },
        text,
      };
    },
    hasMissingFonts: async () => isFontMissing,
    close() {
      document.destroy();
      library.destroy();
    },
  };
};

interface Inner {
  readonly objectIdx: number;
  readonly module: {
    readonly _FPDFTextObj_GetFont: (object: number) => number;
    readonly _FPDFFont_GetIsEmbedded: (font: number) => number;
  };
}

/** Asked of PDFium itself: the package has no question for it. */
function hasForeignFont(page: PDFiumPage): boolean {
  for (const object of page.objects()) {
    if (object.type !== 'text') continue;
    const { module, objectIdx } = object as unknown as Inner;
    if (module._FPDFFont_GetIsEmbedded(module._FPDFTextObj_GetFont(objectIdx)) === 0) return true;
  }
  return false;
}
