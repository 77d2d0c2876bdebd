import { preact } from '@preact/preset-vite'
import { appConfig, callsOf } from '@rolecall/ui/vite'
import { defineConfig } from 'vite'

export default defineConfig(
  appConfig({
    name: 'console',
    jsx: preact({ prefreshEnabled: false }),
    firstLoad: 60,
    landing: 'src/inbox/inbox.tsx',
    libraries: ['uplot'],
    proxy: ['/contacts.csv'],
    define: { 'import.meta.env.SETTINGS_CALLS': JSON.stringify(await callsOf('settings')) },
  }),
)
