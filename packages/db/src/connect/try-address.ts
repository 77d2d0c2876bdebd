import { Client } from 'pg'
import { whyNot } from './why-not.ts'

/** ms until a server that says nothing counts as not there; a start with a fault is over within ten seconds. */
const patience = 4000

/** A setting leads to no PostgreSQL that could serve; the message says why and what to do. */
export class BadAddress extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'BadAddress'
  }
}

/**
 * Connects once and leaves again, so that what is wrong with an address is said before anything is done with it.
 * @param setting its name, for the sentence
 * @throws {BadAddress}
 */
export async function tryAddress(url: string, setting = 'DATABASE_URL'): Promise<void> {
  let client: Client | undefined
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience })
    // What comes after the first error is not news.
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`)
    const version = Math.floor(Number(rows[0]?.number) / 10_000)
    if (version < 15)
      throw new BadAddress(`${setting} leads to PostgreSQL ${version}. Rolecall needs 15 or later: update it.`)
  } catch (error) {
    if (error instanceof BadAddress) throw error
    throw new BadAddress(whyNot(error, new URL(url), setting), error)
  } finally {
    // Not waited for: a server that does not answer does not say goodbye either.
    client?.end().catch(() => {})
  }
}
