import { Icon, Menu, type MenuItem, number } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { inbox } from '../data/store.ts'
import { type Place, pathOf } from '../place.ts'
import { words } from '../words.ts'

/** The chats of one department alone. Not there where no department is within reach. */
export function DepartmentMenu({ place }: { place: Place }) {
  const { route } = useLocation()
  const { counts } = inbox.value
  const departments = counts?.departments ?? []
  const { departmentId } = place
  if (departments.length === 0 && departmentId === null) return null
  const here = departments.find(({ id }) => id === departmentId)
  const chosen = departmentId === null ? words.list.allDepartments : (here?.name ?? words.list.otherDepartment)
  const item = (id: string | null, label: string, count: number | undefined): MenuItem => ({
    id: id ?? 'all',
    label,
    checked: id === departmentId,
    aside: <span class="menu-aside">{count === undefined ? '' : number(count)}</span>,
    call: 'inbox.list',
    onSelect: () => route(pathOf({ ...place, departmentId: id, chatId: null })),
  })
  return (
    <Menu
      label={words.list.departments}
      align="end"
      items={[
        item(null, words.list.allDepartments, counts?.all),
        ...departments.map(({ id, name, count }) => item(id, name, count)),
      ]}
      trigger={({ open, toggle }) => (
        <button
          type="button"
          class={`list-department${departmentId === null ? '' : ' is-chosen'}`}
          data-call="inbox.list"
          aria-haspopup="menu"
          aria-expanded={open}
          aria-label={`${words.list.departments}: ${chosen}`}
          onClick={toggle}
        >
          <Icon name="tag" size={16} />
          <span class="truncate">{departmentId === null ? words.list.departments : chosen}</span>
          <Icon name="chevron" size={16} />
        </button>
      )}
    />
  )
}
