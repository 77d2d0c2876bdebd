import { root } from '../root.ts'

/** A look through a role or as a member, in this tab: the preview's id, and what to go back to (null: not that, or not saved yet). */
export interface Looking {
  id: string
  roleId: string | null
  memberId: string | null
}

const key = 'rolecall.preview'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Takes `?preview=ID` (and `&role=ID` or `&member=ID`, the way back) out of the address and keeps it for this tab, through reloads and
 * from page to page; without it, what the tab kept. The address can then be passed on without passing on the look.
 */
export function takePreview(): Looking | null {
  if (typeof location === 'undefined' || typeof sessionStorage === 'undefined') return null
  const address = new URL(location.href)
  const id = address.searchParams.get('preview')
  if (id !== null) {
    keep({ id, roleId: address.searchParams.get('role'), memberId: address.searchParams.get('member') })
    for (const name of ['preview', 'role', 'member']) address.searchParams.delete(name)
    history.replaceState(history.state, '', address)
  }
  return kept()
}

/** From the next load on this tab is the member's own again. Returns where the look began. */
export function dropPreview(): string {
  const { roleId, memberId } = kept() ?? {}
  sessionStorage.removeItem(key)
  return `${root}/settings/${memberId ? `team/member/${memberId}` : `roles${roleId ? `/${roleId}` : ''}`}`
}

const keep = ({ id, ...back }: Looking) => {
  if (!uuid.test(id)) return
  const [roleId, memberId] = [back.roleId, back.memberId].map((one) => (one && uuid.test(one) ? one : null))
  sessionStorage.setItem(key, JSON.stringify({ id, roleId, memberId }))
}

function kept(): Looking | null {
  const text = sessionStorage.getItem(key)
  return text === null ? null : (JSON.parse(text) as Looking)
}
