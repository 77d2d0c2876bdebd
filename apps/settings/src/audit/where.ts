import { mayCall } from '@rolecall/ui'
import { chatPath, contactPath, memberPath, paths, rolePath } from '../paths.ts'
import { historyFilters } from './history-filters.ts'

interface Thing {
  kind: string
  id: string
  gone: boolean
}

/**
 * Where something that the history names is looked at, as far as one may. A role that was deleted still has its versions;
 * of somebody who has left the history is what there is.
 */
export function hrefOf({ kind, id, gone }: Thing): string | null {
  if (kind === 'role') return mayCall('roles.versions') ? rolePath(id) : null
  if (kind === 'member') return gone ? about(id) : mayCall('team.member') ? memberPath(id) : null
  if (kind === 'department') return gone ? about(id) : mayCall('departments.list') ? paths.departments : null
  if (gone) return null
  if (kind === 'chat') return mayCall('inbox.thread') ? chatPath(id) : null
  if (kind === 'contact') return mayCall('contacts.get') ? contactPath(id) : null
  return null
}

const about = (id: string): string => historyFilters.address(paths.history, historyFilters.read({ about: id }))
