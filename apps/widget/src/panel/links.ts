const address = /https?:\/\/[^\s<>"'`]+/gi
const tail = /[.,:;!?\u061b\u061f\u060c…]+$/

export interface Piece {
  text: string
  /** Only ever http or https. */
  href?: string
}

/** Plain text cut into text and web addresses; nothing else ever becomes a link, and nothing becomes markup. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    const written = trim(match[0])
    const href = hrefOf(written)
    if (!href) continue
    if (match.index > from) found.push({ text: text.slice(from, match.index) })
    found.push({ text: written, href })
    from = match.index + written.length
  }
  if (from < text.length) found.push({ text: text.slice(from) })
  return found
}

/** The sentence's own full stop and closing bracket are not part of the address. */
function trim(written: string): string {
  let link = written.replace(tail, '')
  while (/[)\]}]$/.test(link) && count(link, /[)\]}]/g) > count(link, /[([{]/g))
    link = link.slice(0, -1).replace(tail, '')
  return link
}

function hrefOf(written: string): string | undefined {
  try {
    return new URL(written).href
  } catch {
    return undefined
  }
}

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0
