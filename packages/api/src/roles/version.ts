import type { RoleRow } from '@rolecall/db'
import type { Editor } from './editor.ts'
import type { Role } from './role.ts'

/** Keeps a role as it is from this version on. Append-only. */
export async function keep(
  { tx, accountId, author }: Editor,
  roleId: string,
  version: number,
  row: RoleRow,
): Promise<void> {
  await tx
    .insertInto('role_version')
    .values({ ...versionOf(accountId, roleId, version, row), by_id: author.id, by_name: author.name })
    .execute()
}

/** A role that was made before versions were kept is kept as it is, before it changes. */
export async function keepFirst({ tx, accountId }: Editor, role: Role): Promise<void> {
  await tx
    .insertInto('role_version')
    .values({
      ...versionOf(accountId, role.id, role.version, role),
      by_id: null,
      by_name: 'not recorded',
      at: role.created_at,
    })
    .onConflict((known) => known.doNothing())
    .execute()
}

const versionOf = (account_id: string, role_id: string, version: number, row: RoleRow) => ({
  account_id,
  role_id,
  version,
  name: row.name,
  permissions: row.permissions,
  full_sections: row.full_sections,
  chat_scope: row.chat_scope,
  unassigned: row.unassigned,
})
