import { valueOf, whereOf } from './cookie.ts'

/** Seconds that a browser keeps a visitor's key after its last use: half a year. */
const keptSeconds = 180 * 24 * 60 * 60

/** The random half of a visitor's key, kept for the panel by a browser that gives its frame no storage. */
export interface KeptKey {
  read(accountId: string): string | undefined
  set(accountId: string, random: string): void
  clear(accountId: string): void
}

/** As a request brings it (`sent`, its Cookie header); what is to be set goes to `cookies`. */
export function keptKey(url: string, sent: string | undefined, cookies: string[]): KeptKey {
  const { nameOf, line } = keyCookie(url)
  return {
    read(accountId) {
      const random = sent && valueOf(sent, nameOf(accountId))
      return random && /^[\w-]{43}$/.test(random) ? random : undefined
    },
    set: (accountId, random) => void cookies.push(line(accountId, random, keptSeconds)),
    clear: (accountId) => void cookies.push(line(accountId, '', 0)),
  }
}

/**
 * One cookie for each account, since widgets of several may stand on one site. It is `Partitioned` (CHIPS): what a browser
 * keeps of us within one site is not sent from another, nor where our own pages are open. Browsers take that only together
 * with `Secure`, so over plain http (but for a developer's own machine) they refuse the line, and a frame without storage
 * forgets when its page is left.
 */
export function keyCookie(url: string) {
  const { path, prefix } = whereOf(url)
  const nameOf = (accountId: string) => `${prefix}rolecall.visitor.${accountId.replaceAll('-', '')}`
  const line = (accountId: string, value: string, seconds: number) =>
    `${nameOf(accountId)}=${value}; Max-Age=${seconds}; Path=${path}; HttpOnly; Secure; SameSite=None; Partitioned`
  return { nameOf, line }
}
