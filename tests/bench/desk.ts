import { MEDIA_TYPE, routes } from '../../src/contract/routes.ts';
import type { Credentials } from '../setup/server.ts';

/** A person at the desk, as far as benchmarks need one: over HTTP, with a session of their own. */
export interface Desk {
  /** Publishes again what an earlier snapshot showed; resolves, when it is acknowledged, with the new number. */
  readonly rollBack: (to: number) => Promise<number>;
  readonly currentNumber: () => Promise<number>;
  /** Gets, or posts what is given: a file as it is, anything else as JSON. */
  readonly ask: <T>(path: string, body?: object) => Promise<T>;
}

export async function logIn(url: string, credentials: readonly Credentials[], user: string): Promise<Desk> {
  const login = { login: user, password: credentials.find((each) => each.login === user)?.password };
  const answer = await send(url, routes.staff.session, { body: login });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    ask: async <T>(path: string, body?: object) =>
      (await (await send(url, path, { cookie, body })).json()) as T,
    async rollBack(to) {
      const rolled = await send(url, routes.staff.rollback, { cookie, body: { to, reason: '测速' } });
      return ((await rolled.json()) as { number: number }).number;
    },
    async currentNumber() {
      const signed = (await (await send(url, routes.head, {})).json()) as { head: string };
      return (JSON.parse(signed.head) as { number: number }).number;
    },
  };
}

async function send(
  url: string,
  path: string,
  { body, cookie = '' }: { body?: unknown; cookie?: string },
): Promise<Response> {
  const answer = await fetch(url + path, {
    headers: { 'content-type': MEDIA_TYPE, origin: url, 'sec-fetch-site': 'same-origin', cookie },
    ...(body === undefined ? {} : { method: 'POST', body: bytesOrJson(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const bytesOrJson = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
