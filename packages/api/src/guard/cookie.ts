import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds a session lasts: two weeks. It is not prolonged by use. */
export const sessionSeconds = 14 * 24 * 60 * 60

/**
 * The session cookie, in better-auth's own format: `token.signature`, HMAC-SHA-256 with the server's secret. On https
 * its name says `__Host-`, so that no subdomain can plant one (RFC 6265bis, section 4.1.3).
 */
export function sessionCookie(url: string, secret: string) {
  const secure = url.startsWith('https:')
  const { path, prefix } = whereOf(url)
  const name = `${prefix}rolecall.session`
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest('base64')

  return {
    name,
    secure,
    path,

    /** The `Set-Cookie` value that signs a browser in. */
    set: (token: string): string =>
      `${name}=${encodeURIComponent(`${token}.${sign(token)}`)}; Max-Age=${sessionSeconds}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,

    /** The `Set-Cookie` value that signs it out. */
    clear: (): string => `${name}=; Max-Age=0; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,

    /** The session token of a `Cookie` header; undefined when there is none or we did not sign it. */
    read(header: string | undefined): string | undefined {
      const value = header && valueOf(header, name)
      if (!value) return undefined
      const dot = value.lastIndexOf('.')
      const token = value.slice(0, dot)
      const given = Buffer.from(value.slice(dot + 1))
      const ours = Buffer.from(sign(token))
      return dot > 0 && given.length === ours.length && timingSafeEqual(given, ours) ? token : undefined
    },
  }
}

/**
 * Where cookies of ours are good, and what says so in front of their names on https. Below a path of a host that it shares,
 * an installation's are for that path alone, and that `__Host-` does not allow.
 */
export function whereOf(url: string): { path: string; prefix: string } {
  const path = new URL(url).pathname.replace(/(.)\/+$/, '$1')
  if (!url.startsWith('https:')) return { path, prefix: '' }
  return { path, prefix: path === '/' ? '__Host-' : '__Secure-' }
}

export type SessionCookie = ReturnType<typeof sessionCookie>

/** The first cookie of that name, decoded; undefined also when it is not decodable. */
export function valueOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (part.slice(0, equals).trim() !== name) continue
    try {
      return decodeURIComponent(part.slice(equals + 1).trim())
    } catch {
      return undefined
    }
  }
  return undefined
}
