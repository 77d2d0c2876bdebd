import type { RoleDetail, RoleDraft, RoleSummary } from '@rolecall/protocol'
import { dependants, held, type Rules, sectionKeyOf } from './rules.ts'

/** A draft after a step, and what came along or went along with it: the editor says so. */
export interface Step {
  draft: RoleDraft
  also: string[]
}

export const emptyDraft: RoleDraft = { name: '', permissions: [], fullSections: [], chats: 'all', unassigned: true }

export const draftOf = ({ name, permissions, fullSections, chats, unassigned }: RoleDetail): RoleDraft => ({
  name,
  permissions,
  fullSections,
  chats,
  unassigned,
})

/** A default role's grants come from the code and not from ticks: its copy has in full what it has whole, the rest as ticks. */
export function copyOf(role: RoleDetail, name: string, rules: Rules): RoleDraft {
  if (role.custom) return { ...draftOf(role), name }
  const shown = shownOf(role, rules)
  const permissions = role.grants.filter((one) => !shown.fullSections.includes(sectionKeyOf(one)))
  return { ...shown, name, permissions }
}

/** As it is shown where it is not edited. A default role comes with the server: what it has whole, it has in full. */
export const shownOf = (
  { custom, name, grants, fullSections, chats, unassigned }: RoleSummary,
  rules: Rules,
): RoleDraft => ({
  name,
  permissions: grants,
  fullSections: custom
    ? fullSections
    : rules.sections
        .filter(({ permissions }) => permissions.every((one) => grants.includes(one.name)))
        .map(({ key }) => key),
  chats,
  unassigned,
})

/** Ticks a permission and what it needs. */
export function tick(draft: RoleDraft, name: string, rules: Rules): Step {
  const before = held(draft, rules)
  const next = { ...draft, permissions: inOrder([...draft.permissions, name], rules) }
  const after = held(next, rules)
  const came = rules.names.filter((one) => after.has(one) && !before.has(one))
  // Needs become ticks of their own: unticking this one later leaves them.
  return { draft: ticked(next, came, rules), also: came.filter((one) => one !== name) }
}

/** Unticks a permission and what is of no use without it. Full Access to its section becomes a list of ticks. */
export function untick(draft: RoleDraft, name: string, rules: Rules): Step {
  const before = held(draft, rules)
  const gone = new Set(dependants(name, rules))
  const opened = new Set([...gone].filter((one) => before.has(one)).map(sectionKeyOf))
  const fullSections = draft.fullSections.filter((key) => !opened.has(key))
  // What came along with something that goes stays by itself: only what cannot stand without this goes with it.
  const permissions = rules.names.filter(
    (one) => before.has(one) && !gone.has(one) && !fullSections.includes(sectionKeyOf(one)),
  )
  return {
    draft: { ...draft, permissions, fullSections },
    also: [...gone].filter((one) => one !== name && before.has(one)),
  }
}

/** The switch of a card: Full Access, or No Access. */
export function setFull(draft: RoleDraft, key: string, on: boolean, rules: Rules): Step {
  const before = held(draft, rules)
  const own = (name: string) => sectionKeyOf(name) === key
  const rest = draft.permissions.filter((name) => !own(name))
  if (on) {
    const next = { ...draft, permissions: rest, fullSections: ordered([...draft.fullSections, key], rules) }
    const after = held(next, rules)
    return { draft: next, also: rules.names.filter((name) => after.has(name) && !before.has(name) && !own(name)) }
  }
  const closed = { ...draft, permissions: rest, fullSections: draft.fullSections.filter((one) => one !== key) }
  // What elsewhere needs something of this section goes with it.
  const names = rules.names.filter(own)
  return names.reduce<Step>(
    (step, name) => {
      const { draft, also } = untick(step.draft, name, rules)
      return { draft, also: [...step.also, ...also.filter((one) => !own(one))] }
    },
    { draft: closed, also: [] },
  )
}

/** The draft without permissions that may not be handed out: Full Access to their sections becomes ticks. */
export const without = (draft: RoleDraft, names: readonly string[], rules: Rules): Step =>
  names.reduce<Step>(
    (step, name) => {
      if (!held(step.draft, rules).has(name)) return step
      const { draft, also } = untick(step.draft, name, rules)
      return { draft, also: [...step.also, name, ...also] }
    },
    { draft, also: [] },
  )

/** How many things are different, as one would count them: each permission, each switch, the name, the scope. */
export function countChanges(before: RoleDraft, after: RoleDraft, rules: Rules): number {
  const [had, has] = [held(before, rules), held(after, rules)]
  const names = rules.names.filter((name) => had.has(name) !== has.has(name))
  const switched = rules.sections.filter(
    ({ key }) => before.fullSections.includes(key) !== after.fullSections.includes(key),
  )
  const scope = before.chats !== after.chats || reaches(before) !== reaches(after)
  // A switch that moves permissions is counted by these.
  const silent = switched.filter(({ key }) => !names.some((name) => sectionKeyOf(name) === key))
  return names.length + silent.length + Number(before.name.trim() !== after.name.trim()) + Number(scope)
}

/** Who sees all chats sees the unassigned ones among them. */
export const reaches = ({ chats, unassigned }: RoleDraft): boolean => chats === 'all' || unassigned

const ticked = (draft: RoleDraft, names: readonly string[], rules: Rules): RoleDraft => ({
  ...draft,
  permissions: inOrder(
    [...draft.permissions, ...names.filter((name) => !draft.fullSections.includes(sectionKeyOf(name)))],
    rules,
  ),
})
const inOrder = (names: readonly string[], rules: Rules): string[] => rules.names.filter((name) => names.includes(name))
const ordered = (keys: readonly string[], rules: Rules): string[] =>
  rules.sections.map(({ key }) => key).filter((key) => keys.includes(key))
