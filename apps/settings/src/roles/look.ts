import type { RoleDraft } from '@rolecall/protocol'
import { api, failureOf, toast } from '@rolecall/ui'
import { root } from '@rolecall/ui/root'

/** Opens the console as the role's holders see it, in a tab of its own; with `draft` as they would once it is saved. */
export async function lookThrough(roleId: string | null, draft: RoleDraft | null): Promise<void> {
  // Opened at the click: later it would be a popup that browsers block.
  const tab = window.open('about:blank', '_blank')
  try {
    const asked = draft ? { roleId: null, draft: { ...draft, name: draft.name.trim() } } : { roleId, draft: null }
    const { previewId } = await api.roles.preview.mutate(asked)
    const back = roleId === null ? '' : `&role=${roleId}`
    const path = `${root}/console/?preview=${previewId}${back}`
    if (tab) tab.location.href = path
    else location.href = path
  } catch (error) {
    tab?.close()
    toast(failureOf(error).text, { tone: 'bad' })
  }
}
