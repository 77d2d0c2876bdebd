import { people } from '../theme/tokens.ts'

/** Initials on the person's own colour. Decorative, so drawn by CSS: the name stands beside it. */
export function Avatar({ id, name, size = 32 }: { id: string; name: string; size?: 20 | 24 | 32 | 40 | 56 }) {
  return (
    <span class={`avatar avatar-${size} person-${personColor(id)}`} data-initials={initials(name)} aria-hidden="true" />
  )
}

/** First letters of the first and the last word, upper case: "Maria de los Santos" → "MS". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]]
  return (
    ends
      .map((word) => firstLetter(word ?? ''))
      .join('')
      .toLocaleUpperCase() || '?'
  )
}

/** What a reader takes for one letter, also where it is several code points. */
const firstLetter = (word: string): string => [...letters.segment(word)][0]?.segment ?? ''
const letters = new Intl.Segmenter()

/** 1 … number of colours in tokens.ts; the same for the same id, always. */
export function personColor(id: string): number {
  let hash = 0
  for (const char of id) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0
  return (hash % Object.keys(people).length) + 1
}
