/** A version 4 UUID of 16 random bytes: browsers make one themselves only on pages with https. */
export function uuidOf(random: Uint8Array): string {
  const bytes = Array.from(random)
  bytes[6] = ((bytes[6] as number) & 15) | 64
  bytes[8] = ((bytes[8] as number) & 63) | 128
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
