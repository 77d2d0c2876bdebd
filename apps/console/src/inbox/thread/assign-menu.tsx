import { signal } from '@preact/signals'
import type { Chat } from '@rolecall/protocol'
import { Avatar, api, Icon, Menu, type MenuItem, mayCall, session } from '@rolecall/ui'
import { assign, move } from '../data/actions.ts'
import { failed } from '../data/questions.ts'
import { words } from '../words.ts'

type Named = Readonly<{ id: string; name: string }>

/** Whom, and which departments, a chat can be given to, as last asked; asked again each time the menu opens. */
const members = signal<readonly Named[]>([])
const departments = signal<readonly Named[]>([])

/** Whose chat it is, and the menu to give it to someone, or to a department. Plain text for those who may not. */
export function AssignMenu({ chat }: { chat: Chat }) {
  const { assignee } = chat
  const text = assignee?.name ?? words.head.nobody
  const face = assignee ? <Avatar id={assignee.id} name={assignee.name} size={20} /> : <Icon name="user" size={18} />
  if (!mayCall('inbox.assign'))
    return (
      <span class="assignee is-plain">
        {face}
        <span class="assignee-name truncate">{text}</span>
      </span>
    )
  return (
    <Menu
      label={words.head.members}
      align="end"
      items={itemsFor(chat)}
      trigger={({ open, toggle }) => (
        <button
          id="assign"
          type="button"
          class="assignee"
          data-call="inbox.assignees"
          data-tip={words.head.assign}
          data-keys="a"
          aria-keyshortcuts="a"
          aria-haspopup="menu"
          aria-expanded={open}
          aria-label={assignee ? words.head.assignee(assignee.name) : `${words.head.nobody}. ${words.head.assign}`}
          onClick={() => {
            void load()
            toggle()
          }}
        >
          {face}
          <span class="assignee-name truncate">{text}</span>
          <Icon name="chevron" size={16} />
        </button>
      )}
    />
  )
}

function itemsFor(chat: Chat): MenuItem[] {
  const { assignee } = chat
  const me = session.value?.member
  const others = members.value.filter((one) => one.id !== me?.id)
  const item = (to: { id: string; name: string } | null, label: string, ruled = false): MenuItem => ({
    id: to?.id ?? 'nobody',
    label,
    ruled,
    checked: (assignee?.id ?? null) === (to?.id ?? null),
    call: 'inbox.assign',
    onSelect: () => void assign(chat, to),
  })
  return [
    ...(me ? [item({ id: me.id, name: me.name }, words.head.me(me.name))] : []),
    item(null, words.head.nobody),
    ...departmentItems(chat),
    ...others.map((one, at) => item(one, one.name, at === 0)),
  ]
}

function departmentItems(chat: Chat): MenuItem[] {
  const item = (to: Named | null, label: string, ruled: boolean): MenuItem => ({
    id: `to ${to?.id ?? 'none'}`,
    label,
    icon: 'tag',
    ruled,
    checked: (chat.department?.id ?? null) === (to?.id ?? null),
    call: 'inbox.move',
    onSelect: () => void move(chat, to),
  })
  if (departments.value.length === 0) return []
  const all = departments.value.map((one, at) => item(one, words.head.moveTo(one.name), at === 0))
  return chat.department ? [...all, item(null, words.head.noDepartment, false)] : all
}

async function load(): Promise<void> {
  try {
    const found = await api.inbox.assignees.query()
    members.value = found.members
    departments.value = found.departments
  } catch (error) {
    failed(error)
  }
}
