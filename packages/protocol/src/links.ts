/** A piece of what somebody wrote. Only http and https become links; everything else stays text. */
export interface Piece {
  text: string
  /** Absolute address; absent: plain text. */
  href?: string
}

/** Of all that browsers and servers both have, what is needed here. */
declare const URL: new (text: string) => { href: string; username: string; password: string }

// Control characters that turn the direction of writing could make an address read as another one.
const address = /\bhttps?:\/\/[^\s<>"'`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gi

/** Cuts a text at its addresses. Joined again, the pieces are the text. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    const written = trimmed(match[0])
    const href = parsed(written)
    if (!href) continue
    if (match.index > end) found.push({ text: text.slice(end, match.index) })
    found.push({ text: written, href })
    end = match.index + written.length
  }
  if (end < text.length) found.push({ text: text.slice(end) })
  return found
}

/** The sentence's full stop, in any language, and an unopened bracket are not part of the address. */
function trimmed(written: string): string {
  let unopened = written.split(/[)\]}]/).length - written.split(/[([{]/).length
  let end = written.length
  for (; ; end--) {
    const last = written.charAt(end - 1)
    if (/[)\]}]/.test(last) && unopened > 0) unopened--
    else if (!/[.,:;!?*_~…\u061b\u061f\u060c]/.test(last)) return written.slice(0, end)
  }
}

function parsed(written: string): string | undefined {
  try {
    const { href, username, password } = new URL(written)
    // user:password@host hides the host behind a familiar name.
    return username || password ? undefined : href
  } catch {
    return undefined
  }
}
