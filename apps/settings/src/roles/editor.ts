import type { RoleDraft } from '@rolecall/protocol'
import { useEffect, useRef, useState } from 'preact/hooks'
import { countChanges, type Step } from './draft.ts'
import type { Rules } from './rules.ts'
import { type Base, drop, isKept, keep, kept } from './store.ts'

/** What came or went along with the last step, and where it was made: a permission or a section. */
export interface Along {
  at: string
  on: boolean
  names: string[]
}

export interface Editor {
  rules: Rules
  /** The role as it was when the changes began. */
  base: Base
  draft: RoleDraft
  changes: number
  along: Along | null
  change: (draft: RoleDraft) => void
  step: (at: string, on: boolean, step: Step) => void
  discard: () => void
  /** Goes on from another saved state, with this draft on top. */
  rebase: (base: Base, draft: RoleDraft) => void
}

/**
 * A draft on what is saved. It is kept while it differs; what somebody else saves meanwhile never overwrites
 * it, and replaces the page's state only where nothing was changed.
 */
export function useEditor(id: string, saved: Base, rules: Rules, editable: boolean): Editor {
  const [{ base, draft, along }, set] = useState<State>(() => opened(id, saved, rules))
  const changes = countChanges(base.draft, draft, rules)
  const began = useRef(isKept(id))

  useEffect(() => {
    if (changes === 0 && saved.version > base.version) set(clean(saved))
  }, [saved.version, changes, base.version])
  useEffect(() => {
    if (!editable) return
    // Another tab's changes are not dropped by one that made none.
    if (changes > 0) keep(id, { draft, base })
    else if (began.current) drop(id)
    began.current = changes > 0
  }, [id, editable, draft, base])

  return {
    rules,
    base,
    draft,
    changes,
    along,
    change: (draft) => set((old) => ({ ...old, draft, along: null })),
    step: (at, on, { draft, also }) => set((old) => ({ ...old, draft, along: { at, on, names: also } })),
    discard: () => set(clean(saved.version > base.version ? saved : base)),
    rebase: (base, draft) => set({ base, draft, along: null }),
  }
}

interface State {
  base: Base
  draft: RoleDraft
  along: Along | null
}

const clean = (base: Base): State => ({ base, draft: base.draft, along: null })

function opened(id: string, saved: Base, rules: Rules): State {
  const own = kept(id)
  const base = own?.base ?? saved
  // A draft that has become what is saved is none any more.
  if (!own || countChanges(saved.draft, own.draft, rules) === 0) return clean(saved)
  return { base, draft: own.draft, along: null }
}
