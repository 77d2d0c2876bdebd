import { type Get, SettingsError } from './reader.ts'

const protocols = ['postgres:', 'postgresql:']

/**
 * A setting that leads to PostgreSQL, with what it leaves out: as for PostgreSQL's own programs, a user and a password that
 * the address does not name come from PGUSER and PGPASSWORD, where they stand as they are. The value may hold a password:
 * it is never repeated.
 */
export function databaseUrlOf(get: Get, name = 'DATABASE_URL'): string | undefined {
  const text = get(name)
  const [user, password, options] = [get('PGUSER'), get('PGPASSWORD'), get('PGOPTIONS')]
  if (text === undefined) return undefined
  // postgres://user@/db?host=/run/postgresql: no host before the path, which URL does not read together with a user.
  const url = URL.parse(text.replace(/^(\w+:\/\/(?:[^/?#]*@)?)(?=[/?])/, '$1localhost'))
  if (!url || !protocols.includes(url.protocol)) throw wrong(name, text)
  // A slash, "#" or "?" in a password ends the host: its rest, with the @, is taken for the path.
  if (`${url.pathname}${url.search}${url.hash}`.includes('@') || url.hash) throw wrong(name, text)
  try {
    if (!url.username && user) url.username = encodeURIComponent(user)
    if (!url.password && password) url.password = encodeURIComponent(password)
    decodeURIComponent(`${url.username}:${url.password}${url.pathname}`)
  } catch {
    throw wrong(name, text)
  }
  refuseSchema(name, url.searchParams, options)
  // pg takes these for the same as verify-full, and says so in a warning at every start; its next version will not.
  if (['prefer', 'require', 'verify-ca'].includes(url.searchParams.get('sslmode') ?? ''))
    if (!url.searchParams.has('uselibpqcompat')) url.searchParams.set('sslmode', 'verify-full')
  return url.href
}

/** Which schema is ours to say: another one was left half made, or the wish for it passed over. */
function refuseSchema(name: string, asked: URLSearchParams, options = ''): void {
  const wish = ['schema', 'currentSchema', 'search_path'].find((one) => asked.has(one))
  const inOptions = /search_path/i.test(`${asked.get('options')} ${options}`) && 'a search_path in its options'
  if (wish || inOptions)
    throw new SettingsError(
      `${name}${inOptions && options ? ' or PGOPTIONS' : ''} asks for a schema (${wish ?? inOptions}), and Rolecall chooses its own. ` +
        `Take that out; to keep things apart, give it a database of its own.`,
    )
}

function wrong(name: string, text: string): SettingsError {
  const begins = protocols.some((protocol) => text.startsWith(`${protocol}//`))
  return new SettingsError(
    begins
      ? `${name} cannot be read as an address. Where its password holds / # ? @ : or %, leave the password out of it and set PGPASSWORD, ` +
          `or write %2F %23 %3F %40 %3A and %25.`
      : `${name} must be an address that begins with postgres:// or postgresql://, such as postgres://user:password@host:5432/rolecall. ` +
          `Without it the embedded database is used.`,
  )
}
