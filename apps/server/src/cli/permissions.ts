import { toJson, toMarkdown } from '@rolecall/permissions'
import { Usage } from './usage.ts'

/** The catalogue and the default roles, as data or as a document. Needs no database. */
export function permissions(args: readonly string[]): string {
  const [format = '--json', more] = args
  if (more !== undefined) throw new Usage(`rolecall permissions takes one option, not also ${more}.`)
  if (format === '--json') return JSON.stringify(toJson(), null, 2)
  if (format === '--markdown') return toMarkdown().trimEnd()
  throw new Usage(`rolecall permissions prints --json or --markdown, not ${format}.`)
}
