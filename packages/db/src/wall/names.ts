import { createHash } from 'node:crypto'

/** Where everything of ours is: tables, functions, and which migrations ran. Nothing of ours is in `public`. */
export const schema = 'rolecall'

/** Deferred work's tables, which pg-boss makes and reads. They hold ids and stand before the wall. */
export const jobsSchema = 'rolecall_jobs'

/** Unqualified names are looked for here alone; temporary tables, which anybody may make, come last. */
export const searchPath = `${schema}, pg_temp`

/** What the running server may not even read. */
export const ownersOnly: readonly string[] = ['kysely_migration', 'kysely_migration_lock', 'installation']

export interface Roles {
  /** What the running server signs in as: owns nothing, belongs to nothing, cannot step over the wall. */
  runtime: string
  /** Whose rights the search functions run with: nobody signs in as it, and the running server cannot become it. */
  search: string
}

/** What migrations call the two; `inNames` puts in what they are called here. */
export const standIn: Roles = { runtime: 'rolecall_app', search: 'rolecall_search' }

/** Roles belong to a whole server, on which there may be other installations: theirs carry another database's name. */
export const rolesFor = (database: string): Roles => rolesOf(fit(`${standIn.runtime}_${database}`))

export const rolesOf = (runtime: string): Roles => ({ runtime, search: fit(`${standIn.search}_${runtime}`) })

/** A statement of a migration, with the names that the roles have in this database. */
export const inNames = (statement: string, { runtime, search }: Roles): string =>
  statement.replaceAll(/\brolecall_(app|search)\b/g, (_, which) => quoted(which === 'app' ? runtime : search))

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** PostgreSQL cuts a name after 63 bytes, whatever it then collides with; and `$` may end the body of a function. */
function fit(name: string): string {
  if (Buffer.byteLength(name) <= longest && !name.includes('$')) return name
  const tail = `_${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
  let head = name.replaceAll('$', '_')
  while (Buffer.byteLength(head) + tail.length > longest) head = Array.from(head).slice(0, -1).join('')
  return head + tail
}

const longest = 63
