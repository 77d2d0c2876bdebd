import { sql } from 'kysely'
import type { MemberContext } from '../guard/context.ts'
import type { Undo } from '../work/history.ts'
import { undoing } from './may-undo.ts'
import { detailOf } from './names.ts'
import type { Told } from './told.ts'

/** Of roles: looking through one, saying what it is for, taking a copy. */
const beside = ['preview', 'describe', 'keepOpen', 'export', 'accessCsv', 'matrixCsv'].map((verb) => `roles.${verb}`)

type Ctx = Pick<MemberContext, 'tx' | 'actor' | 'catalogue' | 'sentences'>

/**
 * Those of these entries that can be taken back, each with the call that does it: a change of its own, which is checked as
 * such. What was changed once more since then cannot: it would take back what somebody else did.
 */
export async function undoable(ctx: Ctx, entries: readonly Told[]): Promise<ReadonlyMap<string, Undo>> {
  const ways = new Map(
    entries.flatMap(({ row, ids }) => {
      const undo = ctx.sentences.get(row.action)?.undo({ detail: detailOf(row), id: (key) => ids.get(key) ?? null })
      return undo && row.subject_id !== null ? [[row.id, undo] as const] : []
    }),
  )
  if (ways.size === 0) return ways
  const { tx, actor } = ctx
  const stand = await tx
    .selectFrom('audit as one')
    .innerJoin(calls(ways).as('way'), 'way.id', 'one.id')
    .select(['one.id', 'one.subject_kind', 'one.subject_id'])
    .where('one.account_id', '=', actor.accountId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit as later')
            .select('later.id')
            .where('later.account_id', '=', actor.accountId)
            .whereRef('later.subject_id', '=', 'one.subject_id')
            .where(sql<boolean>`(later.at, later.id) > (one.at, one.id)`)
            // By the same noun; what changes nothing that this would take back is left out.
            .where(sql<boolean>`(later.action = one.action or later.action <> all (${beside}::text[])
              and split_part(later.action, '.', 1) in (split_part(one.action, '.', 1), way.noun))`),
        ),
      ),
    )
    // Not changed since, and yet taken up by somebody: the call would be refused.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('invite')
            .select('invite.id')
            .where('invite.account_id', '=', actor.accountId)
            .where(
              sql<boolean>`(one.action = 'team.invite' and invite.id::text = one.subject_id and invite.accepted_at is not null)`,
            ),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('member')
            .select('member.id')
            .where('member.account_id', '=', actor.accountId)
            .where(sql<boolean>`(one.action = 'roles.create' and member.role_id::text = one.subject_id)`),
        ),
      ),
    )
    .execute()
  const may = undoing(ctx)
  const still = new Map<string, Undo>()
  for (const { id, subject_kind, subject_id } of stand) {
    const way = ways.get(id)
    const toMember = subject_kind === 'member' && subject_id !== null
    if (way && (!toMember || (await may(way, subject_id)))) still.set(id, way)
  }
  return still
}

/** Which noun's call takes which entry back. */
function calls(ways: ReadonlyMap<string, Undo>) {
  const nouns = [...ways.values()].map(({ call }) => call.split('.')[0])
  return sql<{
    id: string
    noun: string
  }>`(select * from unnest(${[...ways.keys()]}::uuid[], ${nouns}::text[]) as t (id, noun))`
}
