import type { MemberContext } from '../guard/context.ts'
import { labelOf } from '../guard/deny.ts'

/** What the words of an entry are made from. */
export type Words = Pick<MemberContext, 'sentences' | 'catalogue'>

/** Something that an entry names, as it was called then. `id` null: nobody knows any more what it was. */
export interface Named {
  key: string
  kind: string
  id: string | null
  name: string
}

/** A piece of a sentence: bare words, or the name of something. */
export interface Piece {
  text: string
  of: { kind: string; id: string } | null
}

// They stand around names while a sentence is told.
const [open, between, close] = ['\u0001', '\u0002', '\u0003']
const inside = /\p{Cc}/gu

/**
 * An entry in words, by the sentence of the feature that wrote it, with the names in it. One of a feature that is gone, or
 * that keeps something that its sentence cannot read any more, is named as it is.
 */
export function tell(words: Words, action: string, detail: object, names: readonly Named[]): Piece[] {
  const marked = Object.fromEntries(
    names.map(({ key, name }) => [key, `${open}${key}${between}${name.replaceAll(inside, '')}${close}`]),
  )
  const sentence = words.sentences.get(action)
  try {
    if (sentence) {
      const told = sentence.tell({ ...detail, ...marked } as never, (name) => labelOf(words.catalogue, name))
      return piecesOf(told, names)
    }
  } catch {
    // Said below.
  }
  return bare(`Did ${action}`)
}

function piecesOf(told: string, names: readonly Named[]): Piece[] {
  const [before = '', ...named] = told.split(open)
  return [
    ...bare(before),
    ...named.flatMap((part): Piece[] => {
      const [key, rest = ''] = part.split(between)
      const [text = '', after = ''] = rest.split(close)
      const { kind = '', id = null } = names.find((one) => one.key === key) ?? {}
      return [{ text, of: id === null ? null : { kind, id } }, ...bare(after)]
    }),
  ]
}

const bare = (text: string): Piece[] => (text === '' ? [] : [{ text, of: null }])
