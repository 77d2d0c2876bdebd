import type { RoleSummary } from '@rolecall/protocol'
import { AvatarStack, Badge, Icon, plural, session, Table, type TableColumn } from '@rolecall/ui'
import { rolePath } from '../paths.ts'
import { describes } from './describes.ts'
import { shownOf } from './draft.ts'
import { listWords } from './list-words.ts'
import { type Rules, stateOf } from './rules.ts'
import { isKept } from './store.ts'
import { words } from './words.ts'

const { columns } = listWords

/** Some roles, a line each. */
export function RoleTable({ label, roles, rules }: { label: string; roles: readonly RoleSummary[]; rules: Rules }) {
  const list: TableColumn<RoleSummary>[] = [
    { id: 'role', label: columns.role, cell: (role) => <Name role={role} /> },
    { id: 'access', label: columns.access, cell: (role) => <Strip role={role} rules={rules} /> },
    { id: 'chats', label: columns.chats, cell: (role) => <Chats role={role} /> },
    { id: 'members', label: columns.members, fit: true, cell: (role) => <Members role={role} /> },
  ]
  return <Table label={label} columns={list} rows={roles} keyOf={({ id }) => id} href={({ id }) => rolePath(id)} />
}

function Name({ role }: { role: RoleSummary }) {
  return (
    <span class="roles-name">
      <span class="truncate">{role.name}</span>
      {!role.custom && (
        <span class="roles-lock" title={listWords.notEditable}>
          <Icon name="lock" size={16} />
          <span class="visually-hidden">{listWords.notEditable}</span>
        </span>
      )}
      {role.locked && (
        <Badge tone="warn">
          <Icon name="lock" size={16} />
          {listWords.locked}
        </Badge>
      )}
      {session.value?.role.id === role.id && <Badge tone="accent">{listWords.yours}</Badge>}
      {isKept(role.id) && <Badge tone="warn">{listWords.unsaved}</Badge>}
      {describes(role) !== '' && <small class="roles-for">{describes(role)}</small>}
    </span>
  )
}

/** A mark for each section, whole, half or empty, and the same in words. */
function Strip({ role, rules }: { role: RoleSummary; rules: Rules }) {
  const draft = shownOf(role, rules)
  const states = rules.sections.map((section) => ({ section, ...stateOf(draft, section, rules) }))
  const count = (kind: string) => states.filter((one) => one.kind === kind).length
  const kinds = (['full', 'partial'] as const).filter((kind) => count(kind) > 0)
  return (
    <span class="roles-access">
      <span class="roles-strip" aria-hidden="true">
        {states.map(({ section, kind, on, of }) => (
          <span
            key={section.key}
            class={`roles-mark is-${kind}`}
            title={`${section.label}: ${kind === 'partial' ? words.state.partial(String(on), String(of)) : words.state[kind]}`}
          />
        ))}
      </span>
      <span>
        {kinds.length > 0
          ? kinds.map((kind) => plural(count(kind), listWords.strip[kind])).join(' · ')
          : words.state.off}
      </span>
    </span>
  )
}

const Chats = ({ role: { chats, unassigned } }: { role: RoleSummary }) => (
  <span class="roles-chats">
    {words.chats[chats]}
    {chats !== 'all' && unassigned && <small>{listWords.andUnassigned}</small>}
  </span>
)

const Members = ({ role: { holders, holderCount, inviteCount } }: { role: RoleSummary }) => (
  <span class="roles-members">
    <AvatarStack people={holders} total={holderCount} />
    <span>
      {holderCount > 0 ? plural(holderCount, words.members) : words.nobody}
      {inviteCount > 0 && <small>{plural(inviteCount, words.invites)}</small>}
    </span>
  </span>
)
