/**
 * `npm run dev`: both pages with hot reload, and the server, which starts again when its sources change; one address.
 *
 * Vite answers the browser and hands /api to the server behind it. There is no service worker here (it would show old
 * files), and the port is not that of `npm start`, so that a worker installed there never answers for this address.
 * PORT and HOST as for `npm start` (default 5173); DATA_DIR too, with a database of its own (./data/dev).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/root.mjs';
import { Stopped, say } from './setup/say.mjs';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 5173);

try {
  await ensurePackages();
  const behind = await freePort();
  const server = startServer(behind);
  await startPages(behind, () => server.kill('SIGTERM'));
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.exitCode = error.code;
}

/** @param {number} behind */
function startServer(behind) {
  const dataDir = process.env.DATA_DIR ?? join(root, 'data/dev');
  const tsx = join(root, 'node_modules/.bin/tsx');
  const child = spawn(tsx, ['watch', '--clear-screen=false', 'src/server/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(behind), HOST: '127.0.0.1', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Its own address is nobody's business here: pages come from Vite.
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.includes(`:${behind}`)) console.log(line);
  });
  return child;
}

/** @param {number} behind @param {() => void} stopServer */
async function startPages(behind, stopServer) {
  process.chdir(root);
  const { createServer } = await import('vite');
  const vite = await createServer({
    mode: 'development',
    configFile: join(root, 'vite.config.ts'),
    clearScreen: false,
    logLevel: 'warn',
    plugins: [deskAddress()],
    server: {
      host,
      port,
      strictPort: true,
      proxy: { '/api': { target: `http://127.0.0.1:${behind}`, configure: stayCalm } },
    },
  });
  const stop = async () => {
    stopServer();
    await vite.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await vite.listen();
  } catch {
    stopServer();
    await vite.close();
    console.error(
      `便民屏 · 端口 ${port} 已被占用，可以换一个：PORT=5174 npm run dev / port ${port} is taken`,
    );
    process.exit(1);
  }
  const address = `http://${host}:${port}`;
  say(`开发地址：${address}/ ，工作人员：${address}/staff`, 'both pages reload by themselves');
}

/** /staff and every address under it is the desk's page here too. @returns {import('vite').Plugin} */
function deskAddress() {
  return {
    name: 'desk-address',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/staff\/preview-frame(\?|$)/.test(request.url ?? ''))
          request.url = '/src/visitor/preview.html';
        else if (/^\/staff(\/[^.]*)?(\?|$)/.test(request.url ?? '')) request.url = '/src/staff/index.html';
        next();
      });
    },
  };
}

/** While the server starts again there is nobody to ask: the page sees a hall that is out of reach. @param {any} proxy */
function stayCalm(proxy) {
  proxy.on(
    'error',
    (/** @type {Error} */ _error, /** @type {any} */ _request, /** @type {any} */ response) => {
      if (response?.headersSent === false) response.writeHead(502, { 'content-type': 'text/plain' });
      response?.end?.('the server is starting again');
    },
  );
}

async function freePort() {
  const socket = createSocket();
  socket.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const address = socket.address();
  socket.close();
  await once(socket, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
