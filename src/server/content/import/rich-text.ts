import type { Image, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import * as v from 'valibot';
import type { Picture } from '../../../contract/attachment.ts';
import { EntryId } from '../../../contract/id.ts';
import { type Block, generatedParts, type Inline } from '../../../contract/text.ts';

/**
 * Markdown becomes our own small tree of nodes. What has no node here is refused by name and line, never dropped: HTML, code, links and
 * pictures from elsewhere. Line breaks inside a paragraph join hanzi without a gap.
 */
export interface MarkdownText {
  readonly body: readonly Block[];
  /** On which line of the file each block begins. */
  readonly blockLines: readonly number[];
  readonly faults: readonly MarkdownFault[];
}

export interface MarkdownFault {
  readonly line: number;
  readonly say: string;
}

/** The pictures that a text may show, by their digest. */
export type Pictures = ReadonlyMap<string, { readonly picture: Picture }>;

export function readMarkdown(text: string, pictures: Pictures, firstLine = 1): MarkdownText {
  const reading = new Reading(pictures, firstLine);
  const tree = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const body: Block[] = [];
  const blockLines: number[] = [];
  for (const node of tree.children) {
    const block = reading.block(node);
    if (block === null) continue;
    body.push(block);
    blockLines.push(reading.lineOf(node));
  }
  return { body, blockLines, faults: reading.faults };
}

const REFUSED: Partial<Record<string, string>> = {
  html: '不能写 HTML 标签。',
  image: '图片要单独成一段，前后空一行，不能放在文字、列表或表格里。',
  imageReference: '图片要写成 ![说明](picture/文件名.webp)。',
  code: '不能写代码块。普通文字前面不要空 4 格。',
  inlineCode: '不能用反引号。',
  thematicBreak: '不能画分隔线。',
  definition: '不能写链接定义。',
  linkReference: '链接要写成 [文字](guide/短名)。',
};

const GENERATED = new RegExp(`^\\{\\{(${generatedParts.join('|')})\\}\\}$`);

const PICTURE = /^picture\/([A-Za-z0-9_-]{43})\.webp$/;

type Positioned = { readonly type: string; readonly position?: { start: { line: number } } | undefined };

class Reading {
  readonly faults: MarkdownFault[] = [];
  readonly #pictures: Pictures;
  readonly #firstLine: number;

  constructor(pictures: Pictures, firstLine: number) {
    this.#pictures = pictures;
    this.#firstLine = firstLine;
  }

  lineOf(node: Positioned): number {
    return (node.position?.start.line ?? 1) + this.#firstLine - 1;
  }

  #refuse(node: Positioned, say: string): null {
    this.faults.push({ line: this.lineOf(node), say });
    return null;
  }

  block(node: RootContent): Block | null {
    switch (node.type) {
      case 'heading':
        if (node.depth < 2 || node.depth > 4)
          return this.#refuse(node, '标题用 ## 到 ####，一级标题就是 title。');
        return { type: 'heading', level: node.depth, text: this.#words(node.children, node, '标题') };
      case 'paragraph':
        return this.#paragraph(node);
      case 'blockquote': {
        const [only, second] = node.children;
        if (only?.type !== 'paragraph' || second !== undefined) {
          return this.#refuse(second ?? node, '引文里只能有一段文字。');
        }
        return { type: 'quote', content: this.#inlines(only.children) };
      }
      case 'list': {
        if (node.ordered === true && (node.start ?? 1) !== 1) {
          return this.#refuse(
            node,
            '编号的列表从 1 开始。要保留原来的编号，请在数字后加反斜杠，例如 3\\. 。',
          );
        }
        const items = node.children.flatMap((item) => {
          const [only, second] = item.children;
          if (only?.type === 'paragraph' && second === undefined) return [this.#inlines(only.children)];
          this.#refuse(second ?? item, '列表的每一项只能是一段文字，不能再套列表或表格。');
          return [];
        });
        return { type: 'list', ordered: node.ordered === true, items };
      }
      case 'table':
        return this.#table(node);
      default:
        return this.#refuse(node, REFUSED[node.type] ?? '这种写法不能用。');
    }
  }

  #paragraph(node: Paragraph): Block | null {
    const [only] = node.children;
    if (node.children.length === 1 && only?.type === 'image') return this.#image(only);
    if (node.children.length === 1 && only?.type === 'text') {
      const part = GENERATED.exec(only.value.trim())?.[1];
      if (part !== undefined) return { type: 'generated', part: part as (typeof generatedParts)[number] };
      if (/^\{\{.*\}\}$/.test(only.value.trim())) {
        return this.#refuse(node, `双花括号里只能是：${generatedParts.join('、')}。`);
      }
    }
    return { type: 'paragraph', content: this.#inlines(node.children) };
  }

  /** Its size is that of the file; what stands in quotes behind the address is its caption. */
  #image(node: Image): Block | null {
    const name = PICTURE.exec(node.url)?.[1];
    if (name === undefined)
      return this.#refuse(
        node,
        '图片只能是 picture 文件夹里的，写成 ![说明](picture/文件名.webp)。新图请在工作台里插入，再导出。',
      );
    const found = this.#pictures.get(name);
    if (found === undefined)
      return this.#refuse(
        node,
        `没有可用的 ${node.url}。请把导出的 picture 文件夹一起拷来，或者删去这张图。`,
      );
    const alt = joinLines(node.alt ?? '');
    if (alt.trim() === '')
      return this.#refuse(node, '方括号里要写图片的说明，给看不见图的人念：![说明](picture/文件名.webp)。');
    const caption = node.title ?? null;
    return { type: 'image', picture: found.picture, alt, ...(caption === null ? {} : { caption }) };
  }

  #table(node: Table): Block {
    const [head, ...rows] = node.children.map((row) =>
      row.children.map((cell) => this.#inlines(cell.children)),
    );
    const width = head?.length ?? 0;
    for (const [at, row] of rows.entries()) {
      const source = node.children[at + 1];
      if (row.length !== width && source)
        this.#refuse(source, `这一行有 ${row.length} 格，表头有 ${width} 格。`);
    }
    return { type: 'table', head: head ?? [], rows };
  }

  #inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.#inline(node));
  }

  #inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: joinLines(node.value) }];
      case 'strong':
        return [{ type: 'strong', text: this.#words(node.children, node, '粗体') }];
      case 'emphasis':
        return [{ type: 'em', text: this.#words(node.children, node, '斜体') }];
      case 'break':
        return [{ type: 'break' }];
      case 'link': {
        const to = v.safeParse(EntryId, node.url);
        if (!to.success) {
          this.#refuse(
            node,
            '链接只能指向本厅的内容，例如 [养老金](guide/pension-claim)。网址请直接写成文字。',
          );
          return [];
        }
        return [{ type: 'link', to: to.output, text: this.#words(node.children, node, '链接') }];
      }
      default:
        this.#refuse(node, REFUSED[node.type] ?? '这种写法不能用。');
        return [];
    }
  }

  /** Where only words may stand. */
  #words(nodes: readonly PhrasingContent[], parent: Positioned, name: string): string {
    const words = nodes.map((node) => {
      if (node.type === 'text') return joinLines(node.value);
      this.#refuse(node.position ? node : parent, `${name}里只能是文字。`);
      return '';
    });
    return words.join('');
  }
}

const WIDE = /[⺀-鿿豈-﫿︰-﹏＀-￯　-〿]/;

function joinLines(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*/g, (_, at: number, whole: string) => {
    const before = whole.charAt(at - 1);
    const after = whole.slice(at).trimStart().charAt(0);
    return WIDE.test(before) || WIDE.test(after) ? '' : ' ';
  });
}
