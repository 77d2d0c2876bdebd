import { Client } from 'pg'
import { CannotServe } from '../cannot-serve.ts'
import { quoted } from '../wall/names.ts'
import { keepWith, kept } from './kept.ts'

/**
 * Signs in once as the role of the running server, and sees to what that role keeps for its connections. Whether it is
 * `direct` can be seen by the number that PostgreSQL gives a connection: what stands between makes up one of its own.
 * @throws {CannotServe}
 */
export async function signIn(url: string, database: string): Promise<{ direct: boolean }> {
  let found = await look(url)
  if (found.database !== database)
    throw new CannotServe(
      `DATABASE_URL is an address of the database "${found.database}" and ROLECALL_MIGRATE_URL one of "${database}". ` +
        `They must be of the same.`,
    )
  if (!found.kept) {
    await keep(url, found.user)
    found = await look(url)
  }
  if (!found.kept)
    throw new CannotServe(
      `The role "${found.user}" is given other settings than Rolecall needs (search_path, statement_timeout). Take them ` +
        `away: alter role ${quoted(found.user)} in database ${quoted(database)} reset all; a pooler has to be ` +
        `restarted afterwards.`,
    )
  return found
}

async function look(url: string) {
  return await once(url, async (client) => {
    const { rows } = await client.query<{ user: string; database: string; pid: number; kept: boolean }>(
      `select session_user as "user", current_database() as database, pg_backend_pid() as pid,
        (select bool_and(current_setting(name) = value) from json_each_text($1) as kept (name, value)) as kept`,
      [JSON.stringify(kept)],
    )
    const [found] = rows
    if (!found) throw new Error('the database does not say who signed in')
    return { ...found, direct: (client as unknown as { processID: number }).processID === found.pid }
  })
}

/** A role may say what its own connections begin with. Processes that start at once take turns. */
async function keep(url: string, user: string): Promise<void> {
  await once(url, (client) =>
    client.query(
      `begin; select pg_advisory_xact_lock(hashtextextended('rolecall.migrate', 0)); ${keepWith(user)}; commit`,
    ),
  )
}

async function once<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await ask(client)
  } catch (cause) {
    throw isRefusal(cause) ? refusal(url, cause) : cause
  } finally {
    await client.end().catch(() => {})
  }
}

// Class 28: wrong password, no such role, no line for it in pg_hba.conf.
const isRefusal = (error: unknown): boolean => (error as { code?: string }).code?.startsWith('28') === true

function refusal(url: string, cause: unknown): CannotServe {
  const { user } = new Client({ connectionString: url })
  return new CannotServe(
    `The database does not let the role "${user}" in, as which Rolecall serves: ${(cause as Error).message}. Let it in ` +
      `with a password (pg_hba.conf, or the pooler's list of users), or choose a role and a password of your own: then ` +
      `DATABASE_URL is its address and ROLECALL_MIGRATE_URL the address of the owner.`,
    { cause },
  )
}
