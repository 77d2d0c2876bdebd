import { Refused } from '@rolecall/api'
import { BadAddress, BadFolder, CannotServe, FolderInUse, NewerSchema, NoWall } from '@rolecall/db'
import { Sentence } from './sentence.ts'

/** Their message says all: what is wrong, and what to do. */
const sentences = [Sentence, BadAddress, BadFolder, CannotServe, FolderInUse, NewerSchema, NoWall, Refused]

/** Why it did not start, in a sentence for the operator that says what to do; a stack only where it is a riddle. */
export function explain(error: unknown): string {
  const { code, severity, message, stack } = error as Error & { code?: string; severity?: string }
  if (sentences.some((kind) => error instanceof kind)) return message
  if (severity !== undefined) return ofDatabase(code, message)
  return stack ?? String(error)
}

/** What PostgreSQL refused while the schema was brought up to date (its appendix A). */
function ofDatabase(code: string | undefined, message: string): string {
  if (code === '42501')
    return `The user of DATABASE_URL may not do what the start needs (${message}). Make that user the owner of the database and of what is in it.`
  if (code === '25006')
    return `DATABASE_URL leads to a database that takes no changes (${message}). Let it lead to the primary, not to a standby.`
  if (code?.startsWith('53'))
    return `The database has no room or no connection left (${message}). Make room on its disk, or raise its limits.`
  return `The database refused what the start needs (${code}: ${message}). Look into its log; the data is as it was.`
}
