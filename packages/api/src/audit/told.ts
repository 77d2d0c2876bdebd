import type { MemberContext } from '../guard/context.ts'
import type { Row } from './filter.ts'
import { linesOf } from './lines.ts'
import { detailOf, namedIn, namesOf, seesContacts } from './names.ts'
import { type Named, type Piece, tell } from './tell.ts'

/** An entry as it stands on the screen. */
export interface Told {
  row: Row
  names: Named[]
  pieces: Piece[]
  text: string
  lines: string[]
  /** Ids of what it names, by key: also of what no sentence names. */
  ids: ReadonlyMap<string, string>
}

export type Teller = Pick<MemberContext, 'tx' | 'actor' | 'scope' | 'sentences' | 'catalogue'>

/** Entries in words. */
export async function told(ctx: Teller, rows: readonly Row[]): Promise<Told[]> {
  const kept = await namesOf(ctx, rows)
  const contacts = seesContacts(ctx)
  return rows.map((row) => {
    const own = kept.get(row.id) ?? []
    const names = namedIn(row, own, contacts)
    const detail = detailOf(row)
    const pieces = tell(ctx, row.action, detail, names)
    const text = pieces.map((piece) => piece.text).join('')
    const ids = new Map(own.map(({ key, id }) => [key, id]))
    if (row.subject_id !== null) ids.set(row.subject_kind, row.subject_id)
    return { row, names, pieces, text, lines: linesOf(detail, text, ctx.catalogue), ids }
  })
}

/** As two texts are compared: capitals and accents aside. */
const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en')

/** Whether these words stand anywhere in it, as it is shown. */
export function says({ row, text, lines }: Told, words: string): boolean {
  const wanted = fold(words)
  return [`${row.actor_name} ${text}`, ...lines, row.token_name ?? '', row.ip ?? ''].some((one) =>
    fold(one).includes(wanted),
  )
}
