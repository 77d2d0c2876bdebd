import { refuse } from '../refuse/errors.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** The origins that our own pages have: the public address, and on a developer's machine its other names. */
export function ownOrigins(url: string, more: readonly string[] = []): ReadonlySet<string> {
  const { protocol, hostname, port, origin } = new URL(url)
  const names = loopback.includes(hostname) ? loopback : []
  return new Set([origin, ...names.map((name) => `${protocol}//${name}${port && `:${port}`}`), ...more])
}

export interface Caller {
  origin: string | undefined
  /** `Sec-Fetch-Site`, which a page cannot forge. */
  site: string | undefined
  /** Whether the browser signs the request by itself (a cookie), so that any page could send it. */
  cookie: boolean
}

/** Refuses a change of state that a page of somebody else could have caused (ASVS 3.5.1). */
export function checkOrigin(own: ReadonlySet<string>, { origin, site, cookie }: Caller): void {
  if (origin !== undefined ? own.has(origin) : !cookie && (site === undefined || site === 'same-origin')) return
  const [address] = own
  refuse('WRONG_ORIGIN', `Changes are only taken from pages of ${address}. Open that address, or use an API token.`)
}
