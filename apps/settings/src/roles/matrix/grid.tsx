import type { RoleSummary } from '@rolecall/protocol'
import { Badge, Icon } from '@rolecall/ui'
import { rolePath } from '../../paths.ts'
import { describes } from '../describes.ts'
import { words as roleWords } from '../words.ts'
import { holds, type Shown } from './shown.ts'
import { words } from './words.ts'

/** Permissions down, roles across. Both heads stay while one scrolls. */
export function Grid({ roles, sections }: Shown) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too
    <section class="matrix-box" tabIndex={0} aria-label={words.table}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{words.permission}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                <a href={rolePath(role.id)} title={describes(role)}>
                  {role.name}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.chats}</th>
            {roles.map((role) => (
              <td key={role.id}>{chatsOf(role)}</td>
            ))}
          </tr>
        </tbody>
        {sections.map(({ label, permissions }) => (
          <tbody key={label}>
            <tr class="matrix-section">
              <th scope="rowgroup" colSpan={roles.length + 1}>
                <span>{label}</span>
              </th>
            </tr>
            {permissions.map((one) => (
              <tr key={one.name} class={one.differs ? 'is-different' : undefined}>
                <th scope="row">
                  {one.label} {one.idle && <Badge>{words.idle.badge}</Badge>}
                  {one.differs && <span class="visually-hidden"> ({words.differ})</span>}
                </th>
                {roles.map((role) => (
                  <Cell key={role.id} on={holds(role, one.name)} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const Cell = ({ on }: { on: boolean }) => (
  <td class={on ? 'is-on' : undefined}>
    <Icon name={on ? 'check' : 'minus'} size={16} />
    <span class="visually-hidden">{on ? words.may : words.mayNot}</span>
  </td>
)

const chatsOf = ({ chats }: RoleSummary): string => roleWords.chats[chats]
