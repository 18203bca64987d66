import { parseSync } from 'oxc-parser';

/** What the boundary rules need to know of one file: whom it imports, what it exports, which globals it touches. */
export interface SourceFacts {
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly string[];
  /** Those that are loaded when the file is: no types, nothing imported later. */
  readonly loads: readonly string[];
  readonly hasDefaultExport: boolean;
  /** Exports of this file that only pass on another file's. */
  readonly reExports: readonly string[];
  readonly ownExportCount: number;
  /** Globals as they are read, with the member asked of them: `fetch`, `Date.now`, `crypto.subtle`, `new Date()`. */
  readonly globals: ReadonlySet<string>;
  /** Every member name that is read or set on anything, and every JSX attribute. */
  readonly members: ReadonlySet<string>;
}

interface Node {
  type: string;
  [key: string]: unknown;
}

export function readFacts(path: string, text: string): SourceFacts {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const reExports: string[] = [];
  const passedOn: string[] = [];
  let ownExportCount = 0;
  let hasDefaultExport = false;
  for (const entry of module.staticExports.flatMap(({ entries }) => entries)) {
    if (entry.moduleRequest) reExports.push(entry.moduleRequest.value);
    else ownExportCount += 1;
    if (entry.moduleRequest && !entry.isType) passedOn.push(entry.moduleRequest.value);
    if (entry.exportName.kind === 'Default' || entry.exportName.name === 'default') hasDefaultExport = true;
  }
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start + 1, end - 1),
  );
  const loads = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const walk = new Walk();
  walk.visit(program as unknown as Node);
  return {
    path,
    lineCount: text.trimEnd().split('\n').length,
    imports: [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...dynamic,
      ...reExports,
    ],
    loads: [...loads, ...passedOn],
    hasDefaultExport,
    reExports,
    ownExportCount,
    globals: walk.freeGlobals(),
    members: walk.members,
  };
}

const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self']);

class Walk {
  readonly members = new Set<string>();
  readonly #read = new Set<string>();
  readonly #bound = new Set<string>();

  /** A name that the file binds itself, as a parameter say, is not the global of that name. */
  freeGlobals(): ReadonlySet<string> {
    return new Set(
      [...this.#read].filter(
        (name) => !this.#bound.has((/\w+/.exec(name) ?? [''])[0]) || name.startsWith('new '),
      ),
    );
  }

  visit(node: Node): void {
    switch (node.type) {
      case 'MemberExpression':
        this.#member(node);
        break;
      case 'NewExpression':
        if (isNamed(node.callee, 'Date') && (node.arguments as unknown[]).length === 0)
          this.#read.add('new Date()');
        break;
      case 'Identifier':
        this.#read.add(String(node.name));
        return;
      case 'JSXAttribute':
        this.members.add(String((node.name as Node).name));
        break;
      case 'VariableDeclarator':
        this.#bind(node.id as Node);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        if (node.type !== 'ArrowFunctionExpression' && node.id) this.#bind(node.id as Node);
        for (const param of node.params as Node[]) this.#bind(param);
        break;
      case 'ImportSpecifier':
        this.#bind(node.local as Node);
        return;
    }
    this.#children(node);
  }

  #children(node: Node): void {
    for (const [key, value] of Object.entries(node)) {
      // A plain key is a name of its own, not a reading of the global of that name.
      const isPlainKey = (key === 'key' || key === 'property') && node.computed === false;
      if (isPlainKey || isTypeOnly(node, key)) continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) this.visit(child);
      }
    }
  }

  #member(node: Node): void {
    const name = memberName(node);
    if (name === undefined) return;
    this.members.add(name);
    const object = node.object as Node;
    if (object.type === 'Identifier') {
      this.#read.add(GLOBAL_OBJECTS.has(String(object.name)) ? name : `${object.name}.${name}`);
    } else if (object.type === 'MemberExpression' && isGlobalObject(object.object)) {
      this.#read.add(`${memberName(object)}.${name}`);
    }
  }

  #bind(pattern: Node): void {
    if (pattern.type === 'Identifier') this.#bound.add(String(pattern.name));
    else if (pattern.type === 'AssignmentPattern') this.#bind(pattern.left as Node);
    else if (pattern.type === 'RestElement') this.#bind(pattern.argument as Node);
    else if (pattern.type === 'ArrayPattern') {
      for (const element of pattern.elements as (Node | null)[]) if (element) this.#bind(element);
    } else if (pattern.type === 'ObjectPattern') {
      for (const property of pattern.properties as Node[]) this.#bind((property.value ?? property) as Node);
    }
  }
}

/** Types vanish when the program is built: `typeof fetch` as a type calls nothing. */
function isTypeOnly(node: Node, key: string): boolean {
  if (key === 'typeAnnotation' || key === 'typeArguments' || key === 'typeParameters' || key === 'returnType')
    return true;
  return node.type.startsWith('TS') && !['expression', 'body', 'declaration'].includes(key);
}

function memberName(node: Node): string | undefined {
  const property = node.property as Node;
  if (node.computed === false) return String(property.name);
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

function isGlobalObject(node: unknown): boolean {
  return isNode(node) && node.type === 'Identifier' && GLOBAL_OBJECTS.has(String(node.name));
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
