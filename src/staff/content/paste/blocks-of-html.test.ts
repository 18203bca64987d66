import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Block, plainText, RichText } from '../../../contract/text.ts';
import { blocksOfHtml } from './blocks-of-html.ts';

const blocks = (html: string): readonly Block[] => blocksOfHtml(html).blocks;
const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

/** As Word puts it on the clipboard: conditional comments, its own elements, everything in styles. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} @page {size:595pt} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN><!--StartFragment-->
<h1 align=center style='text-align:center'><span style='font-family:方正小标宋简体'>关于2026年耕地地力保护补贴的公示<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>根据<b>镇赉县</b>农业农村局的&nbsp;通知，
现将我乡补贴面积公示如下。<o:p></o:p></span></p>
<h2>一、补贴对象</h2>
<p class=MsoListParagraph style='margin-left:21pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>种地的农户<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.</span><![endif]>合作社</p>
<table class=MsoTableGrid border=1><tr><td rowspan=2><p class=MsoNormal><b>村</b></p></td><td colspan=2><p>面积（亩）</p></td></tr>
<tr><td><p>水田</p></td><td><p>旱田</p></td></tr>
<tr><td><p>嘎什根村</p></td><td><p>1200</p></td><td><p>80</p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>看不见的字</span>公示期7天，见<a href="https://example.cn/a">县里的通知</a>。<br>电话<i>0436-7861003</i></p>
<p><img src="file:///C:/Users/clerk/AppData/clip_image001.png"></p>
<!--EndFragment--></body></html>`;

describe('what is copied from Word', () => {
  it('keeps headings, lists, tables, bold words, and drops the rest', () => {
    expect(blocks(WORD)).toEqual([
      { type: 'heading', level: 2, text: '关于2026年耕地地力保护补贴的公示' },
      paragraph(
        text('根据'),
        { type: 'strong', text: '镇赉县' },
        text('农业农村局的 通知， 现将我乡补贴面积公示如下。'),
      ),
      { type: 'heading', level: 2, text: '一、补贴对象' },
      { type: 'list', ordered: true, items: [[text('种地的农户')], [text('合作社')]] },
      {
        type: 'table',
        head: [[{ type: 'strong', text: '村' }], [text('面积（亩）')], []],
        rows: [
          [[{ type: 'strong', text: '村' }], [text('水田')], [text('旱田')]],
          [[text('嘎什根村')], [text('1200')], [text('80')]],
        ],
      },
      paragraph(text('公示期7天，见县里的通知。'), { type: 'break' }, text('电话'), {
        type: 'em',
        text: '0436-7861003',
      }),
    ]);
  });

  it('tells what it left behind', () => {
    expect(blocksOfHtml(WORD)).toMatchObject({ images: 1, links: 1 });
  });
});

describe('what is copied from elsewhere', () => {
  it('takes bold from a style, and upright words from within a bold wrapper', () => {
    expect(
      blocks('<b style="font-weight:normal"><p><span style="font-weight: 700">粗</span>细</p></b>'),
    ).toEqual([paragraph({ type: 'strong', text: '粗' }, text('细'))]);
  });

  it('makes one list of an inner list and its outer one', () => {
    expect(blocks('<ul><li>一<ul><li>一之一</li></ul></li><li>二</li></ul>')).toEqual([
      { type: 'list', ordered: false, items: [[text('一')], [text('一之一')], [text('二')]] },
    ]);
  });

  it('takes the text out of a frame of one cell', () => {
    expect(blocks('<table><tr><td><p>框里</p><p>两段</p></td></tr></table>')).toEqual([
      paragraph(text('框里')),
      paragraph(text('两段')),
    ]);
  });

  it('gathers loose words into paragraphs between blocks', () => {
    expect(blocks('前<b>面</b><div>中间</div>后面')).toEqual([
      paragraph(text('前'), { type: 'strong', text: '面' }),
      paragraph(text('中间')),
      paragraph(text('后面')),
    ]);
  });

  it('parts a list that is longer than a list may be', () => {
    const html = `<ol>${'<li>项</li>'.repeat(450)}</ol>`;
    expect(blocks(html).map((each) => (each.type === 'list' ? each.items.length : 0))).toEqual([
      200, 200, 50,
    ]);
  });

  it('keeps every row of a table one width, whatever it spans', () => {
    const html =
      '<table><tr><td>甲</td></tr><tr><td colspan=99>乙</td></tr><tr><td rowspan=9>丙</td><td>丁</td></tr><tr><td>戊</td></tr></table>';
    const [table] = blocks(html);
    if (table?.type !== 'table') throw new Error('no table');
    expect(new Set([table.head, ...table.rows].map((row) => row.length))).toEqual(new Set([20]));
    expect(plainText([table]).replace(/ +/g, ' ')).toContain('丙 戊');
  });
});

/** Ways in which HTML runs, loads or leads somewhere. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<p onclick="alert(1)">词</p>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><p>词</p></svg>',
  '<a href="javascript:alert(1)">词</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<style>@import "https://evil.test"</style>',
  '<base href="https://evil.test"><form action="https://evil.test"><button>词</button></form>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<p>词</p><!--><img src=x onerror=alert(1)>-->',
  '<details open ontoggle=alert(1)><summary>词</summary></details>',
  '<link rel=stylesheet href="https://evil.test/a.css">',
  '<meta http-equiv=refresh content="0;url=https://evil.test">',
];

describe('whatever is pasted', () => {
  it.each(ATTACKS)('is words alone: %s', (html) => {
    const pasted = blocks(html);
    expect(v.safeParse(RichText, pasted).issues ?? []).toEqual([]);
    // No element, attribute or address of it is in any node.
    expect(JSON.stringify(pasted)).not.toMatch(/<|onerror|onclick|onload|ontoggle|javascript:|evil|alert/);
  });

  it('may be nested deeper than anybody can read', () => {
    expect(blocksOfHtml('<div>'.repeat(200_000))).toEqual({ blocks: [], images: 0, links: 0 });
  });

  it('becomes blocks that the schema takes', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'b',
      'i',
      'table',
      'tr',
      'td',
      'ul',
      'ol',
      'li',
      'h1',
      'h4',
      'br',
      'span',
      'a',
    );
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(
        '<td colspan=3>',
        '<td rowspan=4>',
        "<p style='mso-list:l0 level1 lfo1'>",
        '&nbsp;',
        '\u0000',
        '<![if x]>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const parsed = v.safeParse(RichText, blocks(pieces.join('')));
        expect(parsed.issues ?? []).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
