import type { Tx } from '@rolecall/db'
import type { ChatCounts, DepartmentCount } from '@rolecall/protocol'
import type { Scope } from '../guard/scope.ts'
import { visibleChats } from '../guard/visible.ts'
import { departmentNames } from '../rows/departments.ts'

/** How many chats of a status the member sees: in each view, and in each department that they see or have a chat of. */
export async function countsOf(tx: Tx, scope: Scope, status: 'open' | 'closed'): Promise<ChatCounts> {
  const names = await departmentNames(tx, scope.accountId)
  const groups = await visibleChats(tx, scope)
    .where('chat.status', '=', status)
    .groupBy('chat.department_id')
    .select(({ fn, eb }) => [
      'chat.department_id as id',
      fn
        .countAll<number>()
        .filterWhere(eb('chat.assignee_id', '=', scope.memberId))
        .as('mine'),
      fn
        .countAll<number>()
        .filterWhere(eb('chat.assignee_id', 'is', null))
        .as('unassigned'),
      fn.countAll<number>().as('all'),
    ])
    .execute()
  const sum = (view: 'mine' | 'unassigned' | 'all') => groups.reduce((count, group) => count + group[view], 0)
  const counted = new Map(groups.map(({ id, all }) => [id, all]))
  const departments = [...names].flatMap(([id, name]): DepartmentCount[] => {
    const count = counted.get(id)
    if (count === undefined && !scope.reach.all && !scope.reach.departments.has(id)) return []
    return [{ id, name, count: count ?? 0 }]
  })
  return { mine: sum('mine'), unassigned: sum('unassigned'), all: sum('all'), departments }
}
