import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { enterAccount } from './enter.ts'
import { jobsSchema, rolesOf, schema, searchPath } from './names.ts'
import { unpinned } from './pinned.ts'
import { NoWall, roleHoles } from './role-holes.ts'
import { relationHoles } from './table-holes.ts'

/**
 * Proves the wall as the running server meets it: what role it has, that every table it can touch is walled (or named
 * in `shared`), and that a row written in one account is not seen from another. `signsIn`: it came as that role, and did
 * not step down to it from one that it could become again. @throws {NoWall}
 */
export async function verifyWall(db: Kysely<Tables>, signsIn: boolean): Promise<void> {
  const { rows } = await sql<Me>`
    select session_user as came, current_user as is, current_setting('search_path') as looks`.execute(db)
  const [me] = rows
  if (!me) throw new Error('the database does not say who we are')
  const roles = rolesOf(me.is)
  const holes = [
    ...myHoles(me, signsIn),
    ...(await roleHoles(db, roles)),
    ...(await relationHoles(db, roles.search)),
    ...(await functionHoles(db, roles.search)),
  ]
  // Whoever is not that role cannot even try.
  if (holes.length === 0) holes.push(...(await liveHoles(db)))
  if (holes.length > 0) throw new NoWall(holes)
}

interface Me {
  came: string
  is: string
  looks: string
}

function myHoles({ came, is, looks }: Me, signsIn: boolean): string[] {
  const holes: string[] = []
  if (signsIn && came !== is) holes.push(`the server signed in as "${came}", which may become "${is}" and others`)
  if (looks !== searchPath) holes.push(`the server looks for its tables in "${looks}" instead of "${searchPath}"`)
  return holes
}

/** A function with its owner's rights could see past the wall: there are the search and the broom, and no other. */
async function functionHoles(db: Kysely<Tables>, search: string): Promise<string[]> {
  const { rows } = await sql<{ hole: string }>`
    select format('the function "%s" runs with its owner''s rights', p.proname) as hole
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and has_function_privilege(p.oid, 'execute') and n.nspname in (${schema}, ${jobsSchema})
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        and (p.proname <> all (${sql.val(beyond)}::text[]) or pg_get_userbyid(p.proowner) <> ${search})
    union all select format('the function "%s" looks for names where its caller does', p.proname)
      from pg_proc p where ${unpinned}`.execute(db)
  return rows.map((row) => row.hole)
}

const beyond = ['contact_matches', 'chats_found', 'forget_old_events']

const undo = Symbol('undo')

async function liveHoles(db: Kysely<Tables>): Promise<string[]> {
  const holes: string[] = []
  const [here, elsewhere] = [randomUUID(), randomUUID()]
  const probe = db.transaction().execute(async (tx) => {
    const seen = async () => (await tx.selectFrom('account').select('id').execute()).length
    if ((await seen()) > 0) holes.push('accounts are seen without having entered one')
    await enterAccount(tx, here)
    await tx.insertInto('account').values({ id: here, name: 'probe', plan: 'basic' }).execute()
    if ((await seen()) !== 1) holes.push('an account does not see exactly itself')
    await enterAccount(tx, elsewhere)
    if ((await seen()) > 0) holes.push('one account sees another')
    throw undo
  })
  await probe.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return holes
}
