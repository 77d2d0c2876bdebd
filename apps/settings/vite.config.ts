import { preact } from '@preact/preset-vite'
import { appConfig } from '@rolecall/ui/vite'
import { defineConfig } from 'vite'

export default defineConfig(
  appConfig({
    name: 'settings',
    jsx: preact({ prefreshEnabled: false }),
    firstLoad: 70,
    landing: 'src/team/members.tsx',
    proxy: ['/access.csv', '/audit.csv', '/console'],
  }),
)
