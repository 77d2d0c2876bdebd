import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody's website, on an origin of its own, that carries the snippet. */
export async function startSite(page: (path: string) => string, headers: Record<string, string> = {}) {
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(page(request.url ?? '/'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    // Another name than the chat server's 127.0.0.1: another site, as in life.
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

/** A server on this machine by the name that makes it another site than the page's `localhost`. */
export const elsewhere = (url: string) => url.replace('//localhost:', '//127.0.0.1:')

export const snippet = (server: { url: string; account: string }, more = '') =>
  `<script async src="${server.url}/widget.js" data-account="${server.account}" ${more}></script>`

/** A page like many: some text, its own fonts and colours. */
export const plainPage = (head: string, body = '', language = 'en') => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Northwind Coffee</title>${head}
<style>body{margin:0;font:18px/1.6 Georgia,serif;background:#faf7f2;color:#33291f}main{max-width:44rem;margin:0 auto;padding:4rem 1.5rem}
@media (prefers-color-scheme:dark){body{background:#1d1915;color:#e8dfd3}}</style>
<main><h1>Coffee, roasted on Tuesdays</h1><p>Every week we roast what our farmers sent, and post it the same evening.</p>${body}</main></html>`
