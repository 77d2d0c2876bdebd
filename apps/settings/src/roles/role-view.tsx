import type { CatalogueSection, RoleDetail, RoleSummary } from '@rolecall/protocol'
import { Icon, mayCall, Notice, Panel, part, RiskBadge } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { paths } from '../paths.ts'
import { DetailsText } from './details-card.tsx'
import { shownOf } from './draft.ts'
import { Holders } from './holders.tsx'
import { SectionsHead } from './role-body.tsx'
import { held, type Rules, stateOf } from './rules.ts'
import { ScopeText } from './scope-card.tsx'
import { Card, Summary, sayState } from './section-card.tsx'
import { Describes } from './section-panel.tsx'
import { words } from './words.ts'

const FindPermission = part(
  () => import('./find-permission.tsx').then((file) => file.FindPermission),
  <div class="role-find" />,
)

/** A role to read: the same page in words, without anything that looks as if it could be changed. */
export function RoleView({ role, rules, roles, section, path, onAssign, children }: Props) {
  const draft = shownOf(role, rules)
  const open = rules.sections.find(({ key }) => key === section)
  return (
    <>
      <Notice
        action={
          mayCall('roles.create') && (
            <a
              class="button button-secondary button-m"
              href={`${paths.newRole}?from=${role.id}`}
              data-call="roles.create"
            >
              {words.head.duplicate}
            </a>
          )
        }
      >
        <span class="role-why">
          <Icon name="lock" size={16} />
          {role.edit.why ?? words.view.why}
        </span>
      </Notice>
      {children}
      <section class="role-about is-view">
        <Holders role={role} onAssign={onAssign} />
      </section>
      <SectionsHead editor={{ draft, rules }} />
      <FindPermission editor={{ draft, rules }} path={path} />
      <div class="role-cards">
        {rules.sections.map((one) => (
          <Card key={one.key} section={one} draft={draft} rules={rules}>
            <Summary section={one} draft={draft} rules={rules} standing={!role.custom} />
            {one.permissions.length > 1 && (
              <a class="button button-ghost button-s role-card-open" href={path(one.key)} data-section={one.key}>
                <span>{words.card.view}</span>
                <Icon name="chevron-right" size={16} />
              </a>
            )}
          </Card>
        ))}
      </div>
      <h2 class="role-h2">{words.head.reach}</h2>
      <div class="role-cards is-wide">
        <ScopeText draft={draft} rules={rules} />
        <DetailsText draft={draft} rules={rules} />
      </div>
      {open && (
        <Panel
          title={open.label}
          lead={`${open.describes}. ${sayState(stateOf(draft, open, rules))}.`}
          back={path()}
          closeLabel={words.panel.close}
        >
          <Sentences section={open} draft={draft} rules={rules} roles={roles} />
        </Panel>
      )}
    </>
  )
}

interface Props {
  role: RoleDetail
  rules: Rules
  roles: readonly RoleSummary[]
  section: string | undefined
  path: (section?: string) => string
  onAssign?: (() => void) | undefined
  children?: ComponentChildren
}

function Sentences({ section, draft, rules, roles }: SentencesProps) {
  const granted = held(draft, rules)
  return (
    <ul class="role-sentences">
      {section.permissions.map((one) => {
        const on = granted.has(one.name)
        return (
          <li key={one.name} class={on ? 'is-on' : undefined}>
            <Icon name={on ? 'check' : 'minus'} size={18} />
            <div>
              <strong>{one.label}</strong>
              <span class="role-allowed">{on ? words.panel.allowed : words.panel.notAllowed}</span>
              <p>
                <Describes one={one} editor={{ draft, rules }} roles={roles} />
              </p>
            </div>
            <RiskBadge risk={one.risk} />
          </li>
        )
      })}
    </ul>
  )
}

interface SentencesProps {
  section: CatalogueSection
  draft: ReturnType<typeof shownOf>
  rules: Rules
  roles: readonly RoleSummary[]
}
