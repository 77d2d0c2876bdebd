import type { RequestListener } from 'node:http'

/** What an address has behind its host, without a slash at the end: empty, or such as `/chat`. */
export const rootOf = (url: string): string => new URL(url).pathname.replace(/\/+$/, '')

/**
 * Serves what lies below the root as if it lay at the top. A proxy may take the root off itself, and what asks from this
 * machine (health, the command line) never names it: what comes without is served as it comes.
 */
export function below(root: string, serve: RequestListener): RequestListener {
  if (root === '') return serve
  return (request, response) => {
    const { url = '/' } = request
    const rest = url.startsWith(root) ? url.slice(root.length) : undefined
    if (rest !== undefined && /^(\/|\?|$)/.test(rest)) request.url = rest.startsWith('/') ? rest : `/${rest}`
    serve(request, response)
  }
}
