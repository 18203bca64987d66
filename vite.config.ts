import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Two pages: the visitor's (the PWA) and the desk's. Only the visitor's files are precached by the service worker. */
export default defineConfig({
  appType: 'mpa',
  plugins: [
    preact({ reactAliasesEnabled: false }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/visitor/sw',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: {
        name: '便民屏',
        short_name: '便民屏',
        lang: 'zh-CN',
        start_url: '/',
        display: 'fullscreen',
        background_color: '#faf7f0',
        theme_color: '#14594a',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,bin}'],
        globIgnores: ['src/staff/**', 'assets/staff-*'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
  ],
  build: {
    outDir: 'dist/client',
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { visitor: 'index.html', staff: 'src/staff/index.html' },
    },
  },
  server: { host: '127.0.0.1' },
});
