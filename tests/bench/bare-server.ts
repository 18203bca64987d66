import { join } from 'node:path';
import { serve } from '@hono/node-server';
import SQLite from 'better-sqlite3';
import { Hono } from 'hono';

/** The least that could keep a submission: one row, one transaction, as durable as ours, behind bare Hono. Argument: a folder. */
const db = new SQLite(join(process.argv[2] ?? '.', 'bare.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table submission (id text primary key, envelope text not null)');
const insert = db.prepare('insert into submission values (?, ?)');

const app = new Hono();
app.put('/api/submission/:id', async (c) => {
  insert.run(c.req.param('id'), await c.req.text());
  return c.json({ stored: true }, 201);
});

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port));
process.once('SIGTERM', () => server.close(() => process.exit(0)));
