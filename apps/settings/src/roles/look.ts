import type { RoleDraft } from '@rolecall/protocol'
import { api, failureOf, toast } from '@rolecall/ui'
import { root } from '@rolecall/ui/root'

/** What is looked through: a role as it is saved or as it is drafted, or a member with all that they hold. */
export interface Look {
  roleId?: string | null
  draft?: RoleDraft | null
  memberId?: string
  /** In which departments; left out: in one's own. */
  departmentIds?: readonly string[]
}

/** Opens the console as they see it, in a tab of its own; with `draft` as the role's holders would once it is saved. */
export async function lookThrough({ roleId = null, draft = null, memberId, departmentIds }: Look): Promise<void> {
  // Opened at the click: later it would be a popup that browsers block.
  const tab = window.open('about:blank', '_blank')
  try {
    const { previewId } = await api.roles.preview.mutate({
      roleId: draft ? null : roleId,
      draft: draft && { ...draft, name: draft.name.trim() },
      ...(memberId !== undefined && { memberId }),
      ...(departmentIds && { departmentIds: [...departmentIds] }),
    })
    const back = memberId ? `&member=${memberId}` : roleId ? `&role=${roleId}` : ''
    const path = `${root}/console/?preview=${previewId}${back}`
    if (tab) tab.location.href = path
    else location.href = path
  } catch (error) {
    tab?.close()
    toast(failureOf(error).text, { tone: 'bad' })
  }
}
