import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'

/** What a page says of where its visitors belong: a department by its name, and the address. */
interface From {
  department: string | undefined
  page: string | null
}

/**
 * Which department a chat begins in: the one that the page names, or else the one with the longest part of the page's
 * address. A name that is none is no error of the visitor's. null: none, and it waits for whoever sees what waits for nobody.
 */
export async function departmentOf(
  tx: Tx,
  accountId: string,
  { department, page }: From,
): Promise<{ id: string; name: string } | null> {
  const all = await tx
    .selectFrom('department')
    .select(['id', 'name', 'pages'])
    .select(sql<boolean | null>`name_key = name_key(${department ?? null}::text)`.as('named'))
    .where('account_id', '=', accountId)
    .orderBy('name_key')
    .execute()
  const chosen = all.find(({ named }) => named) ?? longest(all, page)
  if (!chosen) return null
  // Nobody deletes it before the chat is in it.
  const held = await tx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .where('id', '=', chosen.id)
    .forKeyShare()
    .executeTakeFirst()
  return held ?? null
}

/** Of two parts that are as long, the department that comes first by name has it. */
export function longest<One extends { pages: readonly string[] }>(
  all: readonly One[],
  page: string | null,
): One | undefined {
  const address = (page ?? '').toLowerCase()
  const found = all.flatMap((one) =>
    one.pages.filter((part) => address.includes(part.toLowerCase())).map(({ length }) => ({ one, length })),
  )
  return found.toSorted((a, b) => b.length - a.length)[0]?.one
}
