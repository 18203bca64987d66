import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { refuse } from './respond.ts';

/** The port. It is taken before the hall is ready; until `open`, every request hears that the server is starting. */
export interface Door {
  readonly host: string;
  readonly port: number;
  readonly open: (app: Hono) => void;
  /** Requests that are being answered are finished; streams are cut. */
  readonly close: () => Promise<void>;
}

/** Streams would never end by themselves. */
const FINISH_MS = 1_000;

export function listen({ host, port }: { readonly host: string; readonly port: number }): Promise<Door> {
  const starting = new Hono();
  starting.all('*', (c) => refuse(c, { code: 'not-ready' }));
  let app = starting;
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request, env) => app.fetch(request, env), hostname: host, port },
      (info) => {
        resolve({
          host: host.includes(':') ? `[${host}]` : host,
          port: info.port,
          open: (opened) => {
            app = opened;
          },
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              if ('closeIdleConnections' in server) server.closeIdleConnections();
              setTimeout(
                () => 'closeAllConnections' in server && server.closeAllConnections(),
                FINISH_MS,
              ).unref();
            }),
        });
      },
    );
    if ('headersTimeout' in server) {
      server.headersTimeout = 10_000;
      server.requestTimeout = 60_000;
    }
    server.once('error', reject);
  });
}
