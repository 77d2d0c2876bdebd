import type { Blast, RoleDraft } from '@rolecall/protocol'
import { api, type Query, useQuery, useSettled } from '@rolecall/ui'

export interface BlastQuery extends Query<Blast | null> {
  /** It is that of the draft as it stands now. */
  current: boolean
}

/**
 * Whom a draft concerns, asked for once the draft is still. `version` is asked again when the role was saved meanwhile;
 * null: there is nothing to ask.
 */
export function useBlast(roleId: string | null, version: number, draft: RoleDraft | null): BlastQuery {
  const text = draft ? JSON.stringify({ ...draft, name: draft.name.trim() }) : ''
  const settled = useSettled(text, 350)
  const query = useQuery<Blast | null>(
    `${roleId} ${version} ${settled}`,
    async (signal) =>
      settled === '' ? null : api.roles.blast.query({ roleId, draft: JSON.parse(settled) as RoleDraft }, { signal }),
    { keep: true },
  )
  return { ...query, current: text === settled && !query.busy }
}
