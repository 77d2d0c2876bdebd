const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** A random UUID also where `crypto.randomUUID` is missing: on pages without https. */
export function uuid(): string {
  const bytes = random(16)
  bytes[6] = ((bytes[6] as number) & 15) | 64
  bytes[8] = ((bytes[8] as number) & 63) | 128
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** 32 random bytes in base64url: 43 characters. */
export const seed = (): string =>
  btoa(String.fromCharCode(...random(32)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace('=', '')
