import type { RoleDraft } from '@rolecall/protocol'
import { keep as keepFor, kept as keptFor, whose } from '@rolecall/ui'

// Drafts outlive a reload, a look at another page and their tab: in this browser, until they are saved or discarded, or who
// made them signs out. Another page may leave one here (a hint, as it would be followed); it then has no base, and is a
// change of the role as it is now.

/** A role as it was when somebody began to change it. */
export interface Base {
  version: number
  draft: RoleDraft
}

export interface Kept {
  draft: RoleDraft
  base: Base | null
}

/** Of a role that is not there yet; one for each role that it is a copy of. */
export const newId = (from: string | null): string => (from === null ? 'new' : `new.${from}`)

export const keep = (id: string, { draft, base }: Kept): void => keepFor(whose() ?? '', nameOf(id), { draft, base })

export const drop = (id: string): void => keepFor(whose() ?? '', nameOf(id), null)

/** What an older version of this page has left may look otherwise: then it is as if nothing was kept. */
export function kept(id: string): Kept | null {
  const { draft, base } = (keptFor(whose() ?? '', nameOf(id)) ?? {}) as Partial<Kept>
  if (!isDraft(draft)) return null
  return { draft, base: base && Number.isInteger(base.version) && isDraft(base.draft) ? base : null }
}

export const isKept = (id: string): boolean => kept(id) !== null

const nameOf = (id: string) => `role.${id}`

function isDraft(one: unknown): one is RoleDraft {
  const draft = one as Partial<RoleDraft> | null
  const texts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string')
  return (
    typeof draft?.name === 'string' &&
    texts(draft.permissions) &&
    texts(draft.fullSections) &&
    ['all', 'departments', 'mine'].includes(draft.chats ?? '') &&
    typeof draft.unassigned === 'boolean'
  )
}
