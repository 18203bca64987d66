import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInstalled, run } from './command.ts';
import { fitSheets } from './fit-sheet.ts';
import { Unfit } from './unfit.ts';

/** Office files become PDF by LibreOffice: in a profile that is thrown away, without macros, without links, without network. */

const SECONDS = 180;
const MEGABYTES = 6_000;

const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  ['Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Writer/Content/Update', 'Link', '0'],
  ['Calc/Content/Update', 'Link', '2'],
];

export const hasOffice = (): boolean => isInstalled('soffice');

export async function pdfOfOffice(bytes: Uint8Array, ending: string, folder: string): Promise<Uint8Array> {
  if (!hasOffice()) throw new Unfit('no-office');
  const given = join(folder, `given.${ending}`);
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user/registrymodifications.xcu'), settings());
  await writeFile(given, ending === 'xlsx' ? fitSheets(bytes) : bytes);
  const convert = [
    'soffice',
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    given,
  ];
  const command = [...(await withoutNetwork(folder)), ...convert];
  await run(command, { cwd: folder, seconds: SECONDS, megabytes: MEGABYTES });
  // It ends well also where it could not read the file: what it left tells.
  return readFile(join(folder, 'given.pdf')).catch(() => {
    throw new Unfit('office-failed');
  });
}

/** A network of its own, with nothing in it, where the kernel lets us. */
async function withoutNetwork(folder: string): Promise<readonly string[]> {
  const alone = ['unshare', '--net', '--map-root-user'];
  const can = await run([...alone, 'true'], { cwd: folder, seconds: 5, megabytes: 500 });
  return can === null ? [] : alone;
}

const settings = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${SETTINGS.map(
  ([path, name, value]) =>
    `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
).join('\n')}
</oor:items>
`;
