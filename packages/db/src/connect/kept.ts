import { literal, quoted, searchPath } from '../wall/names.ts'
import { stops } from './client.ts'

/** Kept with the role and not set on a connection: behind a pooler a transaction may be on any of them. */
export const kept = {
  search_path: searchPath,
  statement_timeout: `${stops.statement_timeout}ms`,
  lock_timeout: `${stops.lock_timeout}ms`,
  idle_in_transaction_session_timeout: '30s',
}

const settings = Object.entries(kept)

/**
 * Gives the role what its connections begin with. Who may not leaves it as it is: the role itself always may (sign-in.ts).
 * Written only where it is missing, because two who write it at once get an error.
 */
export const keepWith = (role: string): string => `do $$ begin
  if not exists (select from pg_db_role_setting where setdatabase = 0 and setrole = ${literal(quoted(role))}::regrole
      and setconfig @> array[${settings.map(([name, value]) => literal(`${name}=${value}`)).join(', ')}]) then
    ${settings.map(([name, value]) => `alter role ${quoted(role)} set ${name} = ${written(name, value)};`).join('\n    ')}
  end if;
exception when insufficient_privilege then null;
end $$`

// A list is no string.
const written = (name: string, value: string): string => (name === 'search_path' ? value : literal(value))
