import { readFileSync } from 'node:fs'

/** Vite plugin: one page for every app. Vite wants an index.html of each, but what stands in it is not read. */
export const html = () => ({
  name: 'rolecall-html',
  transformIndexHtml: {
    order: 'pre' as const,
    handler: () => readFileSync(new URL('app.html', import.meta.url), 'utf8'),
  },
})
