import { preact } from '@preact/preset-vite'
import { budget, callsOf, chunks, compress, publicDir, uiTokens } from '@rolecall/ui/vite'
import { defineConfig } from 'vite'

const server = process.env.ROLECALL_SERVER ?? 'http://127.0.0.1:4000'
const proxied = Object.fromEntries(['/trpc', '/auth', '/live', '/contacts.csv', '/demo'].map((path) => [path, server]))

export default defineConfig({
  base: '/console/',
  publicDir,
  define: { 'import.meta.env.SETTINGS_CALLS': JSON.stringify(await callsOf('settings')) },
  plugins: [
    uiTokens(),
    preact({ prefreshEnabled: false }),
    budget({ app: 'console', firstLoad: 60 * 1024, landing: 'src/inbox/inbox.tsx', page: 12 * 1024 }),
    compress(),
  ],
  server: { proxy: proxied },
  build: {
    target: 'es2023',
    // The CSP allows no data: documents and no inline scripts; every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: chunks('uplot') } },
  },
})
