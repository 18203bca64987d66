// The gallery is served for people who build screens; it is no part of the product's build.
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';

// biome-ignore lint/style/noDefaultExport: Vite asks for one
export default {
  plugins: [preact({ reactAliasesEnabled: false })],
  cacheDir: fileURLToPath(new URL('../../../node_modules/.cache/gallery', import.meta.url)),
  server: { host: '127.0.0.1', fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] } },
};
