import type { Page } from 'playwright/test';

/** The screen as a screen reader has it: the browser's own accessibility tree, in reading order. */

export interface Heard {
  readonly role: string;
  readonly name: string;
  /** Hint and fault of a field, read after its name. */
  readonly description: string;
  /** 1 to 6; 0 where it is no heading. */
  readonly level: number;
  readonly isInvalid: boolean;
  readonly hasFocus: boolean;
  /** Roles of what it stands in, outermost first. */
  readonly within: readonly string[];
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** While a dialog is open the page behind it is not there. */
export async function heard(page: Page): Promise<readonly Heard[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
  await devtools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said: Heard[] = [];
  const visit = (id: string, within: readonly string[]): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const role = node.role?.value ?? '';
    const of = (name: string): unknown => node.properties?.find((each) => each.name === name)?.value.value;
    if (!node.ignored)
      said.push({
        role,
        name: (node.name?.value ?? '').trim(),
        description: (node.description?.value ?? '').trim(),
        level: role === 'heading' ? Number(of('level')) : 0,
        isInvalid: of('invalid') === 'true',
        hasFocus: of('focused') === true,
        within,
      });
    for (const child of node.childIds ?? []) visit(child, node.ignored ? within : [...within, role]);
  };
  visit(nodes[0]?.nodeId ?? '', []);
  return said;
}

const CONTROLS = new Set([
  'button',
  'link',
  'textbox',
  'checkbox',
  'radio',
  'combobox',
  'slider',
  'DisclosureTriangle',
]);

/** In words, what a screen reader would trip over; empty where there is nothing. */
export function faultsOfHearing(said: readonly Heard[]): readonly string[] {
  const dialog = said.some(({ role }) => role === 'dialog');
  const count = (role: string) => said.filter((each) => each.role === role).length;
  const controls = said.filter(({ role }) => CONTROLS.has(role));
  const onPage = controls.filter(({ role, within }) => role === 'button' && !within.includes('group'));
  const headings = said.filter(({ role }) => role === 'heading');
  const places = said.map(({ role }) => role);
  const order = ['banner', 'main', 'navigation'].map((role) => places.lastIndexOf(role));
  return [
    ...(dialog || count('banner') === 1 ? [] : ['not one banner']),
    ...(dialog || count('main') === 1 ? [] : ['not one main part']),
    ...(dialog || headings.filter(({ level }) => level === 1).length === 1 ? [] : ['not one title']),
    ...(dialog && !said.some(({ role, name }) => role === 'dialog' && name !== '')
      ? ['a dialog without a name']
      : []),
    ...(dialog || order.every((at, before) => before === 0 || at > (order[before - 1] ?? 0))
      ? []
      : [`parts out of order: ${order}`]),
    ...controls.filter(({ name }) => name === '').map(({ role }) => `${role} without a name`),
    ...onPage
      .filter(({ name }, at) => onPage.findIndex((other) => other.name === name) < at)
      .map(({ name }) => `two buttons are called ${name}`),
    ...headings
      .filter(({ level }, at) => at > 0 && level > (headings[at - 1]?.level ?? 0) + 1)
      .map(({ name, level }) => `heading of level ${level} below a higher one: ${name}`),
    ...said
      .filter(({ role, isInvalid, description }) => role === 'textbox' && isInvalid && description === '')
      .map(({ name }) => `nobody hears what is wrong with ${name}`),
  ];
}
