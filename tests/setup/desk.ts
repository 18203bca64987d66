import type { EntryDetail } from '../../src/contract/desk.ts';
import type { Entry } from '../../src/contract/entry.ts';
import { routes } from '../../src/contract/routes.ts';
import type { Credentials, Hall } from './server.ts';

/** A colleague at the desk, through the same addresses that the desk's pages use: for flows whose subject is the screen. */
export interface Colleague {
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T>;
}

export async function logIn(hall: Hall, who: 'bianji' | 'shenhe'): Promise<Colleague> {
  const account = hall.credentials.find((each) => each.login === who);
  if (account === undefined) throw new Error(`the first start named no ${who}`);
  return colleague(hall, await cookieOf(hall, account));
}

async function cookieOf(hall: Hall, account: Credentials): Promise<string> {
  const response = await call(hall, 'POST', routes.staff.session, { body: account });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || cookie === undefined)
    throw new Error(`log-in failed: ${response.status} ${await response.text()}`);
  return cookie;
}

function colleague(hall: Hall, cookie: string): Colleague {
  const answer = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await call(hall, method, path, { body, cookie });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
  return { get: (path) => answer('GET', path), send: (method, path, body) => answer(method, path, body) };
}

function call(
  hall: Hall,
  method: string,
  path: string,
  { body, cookie }: { body?: unknown; cookie?: string },
): Promise<Response> {
  return fetch(hall.url + path, {
    method,
    headers: {
      origin: hall.url,
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Writes, has it signed by the other, publishes. */
export async function publishChange<K extends Entry>(
  hall: Hall,
  id: string,
  change: (entry: K) => K,
): Promise<void> {
  const writer = await logIn(hall, 'bianji');
  const reviewer = await logIn(hall, 'shenhe');
  const held = await writer.get<EntryDetail>(routes.staff.entry(id));
  const entry = change(held.entry as K);
  const saved = await writer.send<EntryDetail>('PUT', routes.staff.entry(id), {
    basedOn: held.revision,
    entry,
  });
  const move = { revision: saved.revision };
  await writer.send('POST', routes.staff.entryMove(id), { ...move, move: 'submit' });
  await reviewer.send('POST', routes.staff.entryMove(id), { ...move, move: 'approve', secrecyChecked: true });
  await reviewer.send('POST', routes.staff.publication, {});
}
