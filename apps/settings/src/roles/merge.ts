import type { RoleDraft } from '@rolecall/protocol'
import { held, type Rules, sectionKeyOf } from './rules.ts'

/** One thing that both have changed, each in another way: somebody has to choose. */
export interface Clash {
  what: 'name' | 'scope'
  mine: RoleDraft
  theirs: RoleDraft
}

export interface Merged {
  draft: RoleDraft
  clashes: Clash[]
  /** Permissions that only the other one changed, and that are taken over. */
  theirs: { gained: string[]; lost: string[] }
}

/**
 * Both sets of changes on the role that both began with. Permissions cannot clash: there is only on and off, and whoever
 * changed one changed it. Name and scope can; until somebody chooses, mine stand.
 */
export function merge(base: RoleDraft, mine: RoleDraft, theirs: RoleDraft, rules: Rules): Merged {
  const [was, me, they] = [held(base, rules), held(mine, rules), held(theirs, rules)]
  const has = (name: string) => (me.has(name) !== was.has(name) ? me.has(name) : they.has(name))
  const names = rules.names.filter(has)
  const full = rules.sections
    .map(({ key }) => key)
    .filter((key) => {
      const [before, own, other] = [base, mine, theirs].map((one) => one.fullSections.includes(key))
      const on = own !== before ? own : other
      return on && rules.names.every((name) => sectionKeyOf(name) !== key || names.includes(name))
    })
  const pick = <T>(of: (draft: RoleDraft) => T): T => (of(mine) === of(base) ? of(theirs) : of(mine))
  const scope = (draft: RoleDraft) => `${draft.chats} ${draft.unassigned}`
  const clash = (of: (draft: RoleDraft) => string) =>
    of(mine) !== of(base) && of(theirs) !== of(base) && of(mine) !== of(theirs)
  const byScope = scope(mine) === scope(base) ? theirs : mine
  const changedByThem = (name: string) => they.has(name) !== was.has(name) && me.has(name) === was.has(name)
  return {
    draft: {
      name: pick((draft) => draft.name),
      permissions: names.filter((name) => !full.includes(sectionKeyOf(name))),
      fullSections: full,
      chats: byScope.chats,
      unassigned: byScope.unassigned,
    },
    clashes: [
      ...(clash((draft) => draft.name) ? [{ what: 'name' as const, mine, theirs }] : []),
      ...(clash(scope) ? [{ what: 'scope' as const, mine, theirs }] : []),
    ],
    theirs: {
      gained: rules.names.filter((name) => changedByThem(name) && they.has(name)),
      lost: rules.names.filter((name) => changedByThem(name) && was.has(name)),
    },
  }
}

/** The merged draft with the other one's word on what clashed. */
export const takeTheirs = (draft: RoleDraft, { what, theirs }: Clash): RoleDraft =>
  what === 'name' ? { ...draft, name: theirs.name } : { ...draft, chats: theirs.chats, unassigned: theirs.unassigned }
