import type { RoleList } from '@rolecall/protocol'
import { api, type Query, useQuery } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'

/** Every role of the account, and whether there is room for another; stays true while others work. */
export function useRoles(): Query<RoleList> {
  const roles = useQuery('roles', (signal) => api.roles.list.query(undefined, { signal }))
  useNews(['roles', 'members', 'invites', 'plan'], roles.reload)
  return roles
}
