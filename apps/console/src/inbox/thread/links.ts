/** A piece of what somebody wrote. Only http and https become links; everything else stays text. */
export interface Piece {
  text: string
  /** Absolute address; null: plain text. */
  href: string | null
}

// Control characters that turn the direction of writing could make an address read as another one.
const address = /\bhttps?:\/\/[^\s<>"'`\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu

/** Cuts a text at its addresses. Joined again, the pieces are the text. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    const url = trimmed(match[0])
    const href = parsed(url)
    if (!href) continue
    if (match.index > end) found.push({ text: text.slice(end, match.index), href: null })
    found.push({ text: url, href })
    end = match.index + url.length
  }
  if (end < text.length) found.push({ text: text.slice(end), href: null })
  return found
}

/** The sentence's full stop and an unopened bracket are not part of the address. */
function trimmed(url: string): string {
  let end = url.length
  while (end > 0) {
    const last = url[end - 1] ?? ''
    const opener = { ')': '(', ']': '[', '}': '{' }[last]
    const unopened = opener && count(url.slice(0, end), last) > count(url.slice(0, end), opener)
    if (!unopened && !/[.,;:!?*_~]/.test(last)) break
    end -= 1
  }
  return url.slice(0, end)
}

function parsed(url: string): string | null {
  if (!URL.canParse(url)) return null
  const found = new URL(url)
  // user:password@host hides the host behind a familiar name.
  return /^https?:$/.test(found.protocol) && !found.username && found.hostname ? found.href : null
}

const count = (text: string, char: string): number => text.split(char).length - 1
