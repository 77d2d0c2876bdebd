import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'

const dist = (app: string) => fileURLToPath(new URL(`../../${app}/dist`, import.meta.url))

/** No script and no style but files of our own; frames only of ourselves (the demo's split page). */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

export const pageHeaders = {
  'content-security-policy': `${pagePolicy}; frame-ancestors 'self'`,
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** Vite puts a hash into these names: what they hold never changes. */
const forever = 'public, max-age=31536000, immutable'

/** The browser apps, as they were built; `root` is where the installation begins below its host. */
export async function apps(app: FastifyInstance, { root = '' }: { root?: string }): Promise<void> {
  app.get('/', (_, reply) => reply.redirect(`${root}/console/`))
  await app.register(pagesOf('console', root), { prefix: '/console' })
  await app.register(pagesOf('settings', root), { prefix: '/settings' })
  await app.register(widgetApp)
}

/** Any address below an app's own (/console/, /settings/) that is not a file is a page of that app: it draws it. */
const pagesOf =
  (name: 'console' | 'settings', root: string) =>
  async (app: FastifyInstance): Promise<void> => {
    const files = dist(name)
    if (!existsSync(files)) return notBuilt(app, '/*', name)
    const page = root && pageBelow(root, name, await readFile(join(files, 'index.html'), 'utf8'))
    const draw = (reply: FastifyReply) =>
      page
        ? reply.code(200).headers(pageHeaders).type('text/html; charset=utf-8').send(page)
        : reply.sendFile('index.html')
    app.get('', (_, reply) => reply.redirect(`${root}/${name}/`))
    app.get('/', { prefixTrailingSlash: 'slash' }, (_, reply) => draw(reply))
    await app.register(fastifyStatic, {
      root: files,
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.headers(pageHeaders)
        if (path.startsWith(join(files, 'assets'))) reply.header('cache-control', forever)
      },
    })
    app.setNotFoundHandler((request, reply) => {
      const isPage = request.method === 'GET' && !/\.\w+$/.test(request.url.split('?')[0] ?? '')
      return isPage ? draw(reply) : absent(reply)
    })
  }

/** The page of an app, which finds its files and the api below the root, and knows it (packages/ui root.ts). */
const pageBelow = (root: string, name: string, html: string): string =>
  html
    .replaceAll(`"/${name}/`, `"${root}/${name}/`)
    .replace('<head>', `<head>\n    <meta name="rolecall-root" content="${root}" />`)

/** What a foreign site loads: the loader for everybody, the panel in a frame of ours. */
async function widgetApp(app: FastifyInstance): Promise<void> {
  const root = dist('widget')
  if (!existsSync(root)) return notBuilt(app, '/widget.js', 'widget')
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false, preCompressed: true })
  const open = { 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff' }
  const loader = { ...open, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' }
  // In the frame of any page. No `frame-ancestors *`: that means http and https, and leaves out file:// and the pages of apps.
  // A page under COEP shows only frames that are under it too, and ours loads nothing of others.
  const panel = {
    ...open,
    'content-security-policy': pagePolicy,
    'cross-origin-embedder-policy': 'require-corp',
    'cache-control': 'no-cache',
  }
  const asset = { ...open, 'cache-control': forever }
  app.get('/widget.js', (_, reply) => reply.headers(loader).sendFile('widget.js'))
  app.get('/widget/panel', (_, reply) => reply.headers(panel).sendFile('panel.html'))
  app.get<{ Params: { '*': string } }>('/widget/assets/*', ({ params }, reply) =>
    reply.headers(asset).sendFile(params['*'], join(root, 'assets')),
  )
  app.setNotFoundHandler((_, reply) => absent(reply))
  // A path that climbs out of the folder is refused there; from outside that is a file which is not there.
  app.setErrorHandler<FastifyError>((error, _, reply) => {
    if ((error.statusCode ?? 500) < 500) return absent(reply)
    throw error
  })
}

const absent = (reply: FastifyReply) =>
  reply
    .code(404)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send('There is nothing at this address.\n')

function notBuilt(app: FastifyInstance, path: string, name: string): void {
  app.log.warn(`apps/${name} is not built: run \`npm start\`, or \`turbo run build\`.`)
  app.get(path, (_, reply) =>
    reply.code(503).type('text/plain; charset=utf-8').send(`apps/${name} is not built yet.\n`),
  )
}
