import type { ChatReach, RoleChange, RoleDraft } from '@rolecall/protocol'
import { reaches } from './draft.ts'
import { held, type Rules } from './rules.ts'
import { words } from './words.ts'

// Roles and their changes in words.

/** “See chats” and “Assign chats”: what permissions allow, quoted. Long lists end in how many more there are. */
export const quoted = (names: readonly string[], { labels }: Rules, most = 6): string =>
  listed(
    names.map((name) => `“${labels.get(name) ?? name}”`),
    most,
  )

/** The same within a sentence: see chats, assign chats. */
export const inSentence = (names: readonly string[], { labels }: Rules, most = 4): string =>
  listed(
    names.map((name) => lower(labels.get(name) ?? name)),
    most,
    'unit',
  )

export function listed(all: readonly string[], most = 6, type: 'conjunction' | 'unit' = 'conjunction'): string {
  // One alone is not worth "and 1 more".
  const shown = all.length > most + 1 ? all.slice(0, most) : all
  const rest = all.length - shown.length
  const parts = rest > 0 ? [...shown, words.bar.more.other.replace('{n}', String(rest))] : shown
  return new Intl.ListFormat('en', { type: rest > 0 ? 'conjunction' : type }).format(parts)
}

/** Not of what begins with capitals, such as an abbreviation. */
const lower = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

export const sayScope = ({ chats, unassigned }: { chats: ChatReach; unassigned: boolean }): string => {
  const reach = words.chats[chats]
  return unassigned && chats !== 'all' ? `${reach} + ${words.say.unassigned}` : reach
}

/** What two drafts differ in, as the server tells it of two versions. */
export function changeOf(before: RoleDraft, after: RoleDraft, rules: Rules): RoleChange {
  const [had, has] = [held(before, rules), held(after, rules)]
  const keys = rules.sections.map(({ key }) => key)
  const only = (one: RoleDraft, other: RoleDraft) =>
    keys.filter((key) => one.fullSections.includes(key) && !other.fullSections.includes(key))
  const [from, to] = [before, after].map((one) => ({ chats: one.chats, unassigned: reaches(one) })) as [Scope, Scope]
  const [was, is] = [before.name.trim(), after.name.trim()]
  return {
    renamed: was === is ? null : { from: was, to: is },
    gained: rules.names.filter((name) => has.has(name) && !had.has(name)),
    lost: rules.names.filter((name) => had.has(name) && !has.has(name)),
    full: { on: only(after, before), off: only(before, after) },
    scope: from.chats === to.chats && from.unassigned === to.unassigned ? null : { from, to },
  }
}

export function sayChange({ renamed, gained, lost, full, scope }: RoleChange, rules: Rules): string[] {
  const { say } = words
  const label = (key: string) => rules.sections.find((section) => section.key === key)?.label ?? key
  return [
    ...(renamed ? [say.renamed(renamed.from, renamed.to)] : []),
    ...(gained.length > 0 ? [say.gained(quoted(gained, rules))] : []),
    ...(lost.length > 0 ? [say.lost(quoted(lost, rules))] : []),
    ...full.on.map((key) => say.fullOn(label(key))),
    ...full.off.map((key) => say.fullOff(label(key))),
    ...(scope ? [say.chats(sayScope(scope.from), sayScope(scope.to))] : []),
  ]
}

type Scope = NonNullable<RoleChange['scope']>['from']
