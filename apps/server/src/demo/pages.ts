import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { pageHeaders } from '../apps.ts'

const root = fileURLToPath(new URL('../../demo', import.meta.url))

/** /demo/ (who to be), /demo/split (visitor and team side by side), /demo/shop (a page with the widget on it). */
export async function pages(app: FastifyInstance, { accountId }: { accountId: string }): Promise<void> {
  // The shop's snippet carries the account that this server made.
  const shop = (await readFile(`${root}/shop.html`, 'utf8')).replaceAll('{account}', accountId)
  await app.register(fastifyStatic, {
    root,
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.headers(pageHeaders),
  })
  const page = { cacheControl: false }
  // The pages name everything from where they are.
  app.get('', (_, reply) => reply.redirect('demo/'))
  app.get('/', { prefixTrailingSlash: 'slash' }, (_, reply) => reply.sendFile('index.html', root, page))
  app.get('/split', (_, reply) => reply.sendFile('split.html', root, page))
  app.get('/shop', (_, reply) => reply.headers(pageHeaders).type('text/html; charset=utf-8').send(shop))

  // The api takes it from here: Origin, body and role are checked where everything else is.
  app.post('/sign-in', (_, reply) => reply.redirect('../trpc/demo.signIn', 307))
}
