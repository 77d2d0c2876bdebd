import { isIPv6 } from 'node:net'
import { type Get, SettingsError } from './reader.ts'

/** Where it listens: PORT (0: any free one) and HOST, an address or a name of this machine. */
export const listenOf = (get: Get) => ({
  port: portOf(get('PORT') ?? '4000'),
  host: hostOf(get('HOST') ?? '127.0.0.1'),
})

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new SettingsError(`PORT is a number from 0 to 65535, not "${text}".`)
}

function hostOf(text: string): string {
  // As addresses write it, and as `listen` wants it.
  const host = text.replace(/^\[(.*)\]$/, '$1')
  if (isIPv6(host) || /^[\w.-]+$/.test(host)) return host
  throw new SettingsError(
    `HOST is an address or a name of this machine and nothing else, such as 127.0.0.1, 0.0.0.0 or ::1, not "${text}". The port goes into PORT.`,
  )
}

/** How a listening address stands in a URL; `everywhere` is for what listens on all of them. */
export function inUrl(host: string, everywhere: string): string {
  if (host === '0.0.0.0' || host === '::') return everywhere
  // A zone (fe80::1%eth0) has no place in a URL (RFC 6874 was withdrawn from browsers).
  return isIPv6(host) ? `[${host.split('%')[0]}]` : host
}
