import { parseSync } from 'oxc-parser';

/** What a file says in hanzi, and whether each of it can be said in another language too. */
export interface Said {
  /** Every string literal of the file that holds hanzi. */
  readonly literals: readonly string[];
  /** Those that stand in Chinese whatever language is chosen. */
  readonly onlyChinese: readonly string[];
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const HANZI = /\p{Script=Han}/u;
/** Names under which the way to say a sentence is at hand. */
const SAYS = new Set(['t', 'say', 'words']);

export function readSaid(path: string, text: string): Said {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const literals: string[] = [];
  const onlyChinese: string[] = [];
  const isTyped = (node: unknown): boolean =>
    isNode(node) && /\b(Sentence|Word)\b/.test(text.slice(node.start, node.end));

  const visit = (node: Node, isSaid: boolean): void => {
    if (node.type === 'Literal' && typeof node.value === 'string' && HANZI.test(node.value)) {
      literals.push(node.value);
      if (!isSaid) onlyChinese.push(node.value);
      return;
    }
    const words = node.type === 'JSXText' ? node.value : node.type === 'TemplateElement' ? raw(node) : '';
    if (HANZI.test(String(words))) onlyChinese.push(String(words).trim());
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, saidIn(node, key, child) ?? isSaid);
      }
    }
  };

  /** Undefined: as around it. */
  const saidIn = (node: Node, key: string, child: Node): boolean | undefined => {
    switch (node.type) {
      case 'CallExpression': {
        const isSay = isNode(node.callee) && SAYS.has(String(node.callee.name));
        return isSay && (node.arguments as Node[])[0] === child
          ? true
          : key === 'arguments'
            ? false
            : undefined;
      }
      case 'TSSatisfiesExpression':
        return isTyped(node.typeAnnotation) ? true : undefined;
      case 'VariableDeclarator':
        return isTyped((node.id as Node).typeAnnotation) ? true : undefined;
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
        return isTyped(node.returnType) ? true : undefined;
      // What is compared is data, and so are types and the keys of a table.
      case 'BinaryExpression':
        return /^[!=]==$/.test(String(node.operator)) ? true : undefined;
      case 'SwitchCase':
        return key === 'test' ? true : undefined;
      case 'TSLiteralType':
        return true;
      case 'Property':
        return key === 'key' ? true : undefined;
      default:
        return undefined;
    }
  };
  visit(program as unknown as Node, false);
  return { literals, onlyChinese };
}

const raw = (node: Node): unknown => (node.value as { raw?: unknown }).raw;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
