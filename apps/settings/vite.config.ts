import { preact } from '@preact/preset-vite'
import { budget, chunks, compress, publicDir, uiTokens } from '@rolecall/ui/vite'
import { defineConfig } from 'vite'

const server = process.env.ROLECALL_SERVER ?? 'http://127.0.0.1:4000'
const paths = ['/trpc', '/auth', '/live', '/access.csv', '/audit.csv', '/console', '/demo']

export default defineConfig({
  base: '/settings/',
  publicDir,
  plugins: [
    uiTokens(),
    preact({ prefreshEnabled: false }),
    budget({ app: 'settings', firstLoad: 70 * 1024, landing: 'src/team/members.tsx', page: 12 * 1024 }),
    compress(),
  ],
  server: { proxy: Object.fromEntries(paths.map((path) => [path, server])) },
  build: {
    target: 'es2023',
    // The CSP allows no data: documents and no inline scripts; every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: chunks() } },
  },
})
