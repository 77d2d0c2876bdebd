import { access } from './access.ts'
import { apiTokens } from './api-tokens.ts'
import { audit } from './audit.ts'
import { billing } from './billing.ts'
import { contacts } from './contacts.ts'
import { departments } from './departments.ts'
import { inbox } from './inbox.ts'
import { join } from './join.ts'
import type { Line, Lines, Noun } from './line.ts'
import { live } from './live.ts'
import { questions } from './questions.ts'
import { reports } from './reports.ts'
import { roles } from './roles.ts'
import { session } from './session.ts'
import { setup } from './setup.ts'
import { switches } from './switches.ts'
import { team } from './team.ts'
import { visitor } from './visitor.ts'
import { widget } from './widget.ts'

// Contents page: who may call what, how, and on which row, a file for each noun. Which role holds which permission is in
// facts/. A noun or a verb that is missing does not compile, and a procedure that is in no type fails the matrix.

export { allHeld as defaults, withNeeds } from '@rolecall/permissions/testing'

const nouns: { readonly [N in Noun]: Lines<N> } = {
  session,
  setup,
  team,
  departments,
  join,
  roles,
  questions,
  audit,
  billing,
  access,
  apiTokens,
  inbox,
  contacts,
  reports,
  switches,
  widget,
  visitor,
}

const named = Object.entries<Readonly<Record<string, Line>>>(nouns).flatMap(([noun, lines]) =>
  Object.entries(lines).map(([verb, line]) => [`${noun}.${verb}`, line] as const),
)

/** By the name of the call. */
export const lines: Readonly<Record<string, Line>> = { ...Object.fromEntries(named), ...live }

/** Who may call what: a permission, or 'member', 'visitor', 'anyone'. */
export const procedures: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(lines).map(([name, { who }]) => [name, who]),
)
