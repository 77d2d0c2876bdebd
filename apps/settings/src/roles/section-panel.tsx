import type { CatalogueSection, RoleSummary } from '@rolecall/protocol'
import { Badge, Button, Panel, plural, RiskBadge, Switch, Tick } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { words as common } from '../words.ts'
import { AlongNote } from './along.tsx'
import { setFull, tick, untick } from './draft.ts'
import type { Editor } from './editor.ts'
import { dependants, held, stateOf } from './rules.ts'
import { listed, quoted } from './say.ts'
import { sayState } from './section-card.tsx'
import { words } from './words.ts'

/** View & Edit Permissions: every permission of a section as a sentence, to tick. */
export function SectionPanel({ section, editor, roles, beyond, back }: Props) {
  const { route } = useLocation()
  const { draft, rules } = editor
  const granted = held(draft, rules)
  const state = stateOf(draft, section, rules)
  const locked = section.permissions.find(({ name }) => beyond.includes(name))
  const full = (on: boolean) => editor.step(section.key, on, setFull(draft, section.key, on, rules))
  return (
    <Panel
      title={section.label}
      lead={`${section.describes}. ${sayState(state)}.`}
      back={back}
      closeLabel={words.panel.close}
      footer={
        <>
          {editor.changes > 0 && <p class="role-panel-unsaved">{plural(editor.changes, words.panel.unsaved)}</p>}
          <Button kind="primary" onClick={() => route(back, true)}>
            {words.panel.done}
          </Button>
        </>
      }
    >
      <div class="role-panel-full">
        <Switch
          label={words.card.fullAccess}
          on={state.kind === 'full'}
          onChange={full}
          {...(locked && state.kind !== 'full' ? { notNow: words.card.beyond(locked.label) } : {})}
        />
        <p>{words.panel.fullMore}</p>
        <AlongNote editor={editor} at={section.key} />
      </div>
      <ul class="role-ticks">
        {section.permissions.map((one) => (
          <li key={one.name}>
            <Tick
              name={one.name}
              label={one.label}
              checked={granted.has(one.name)}
              description={<Describes one={one} editor={editor} roles={roles} />}
              aside={<RiskBadge risk={one.risk} />}
              notNow={beyond.includes(one.name) ? words.panel.beyond : undefined}
              onChange={(on) => editor.step(one.name, on, (on ? tick : untick)(draft, one.name, rules))}
            />
            <AlongNote editor={editor} at={one.name} />
          </li>
        ))}
      </ul>
      {state.kind === 'partial' && (
        <Button size="s" onClick={() => full(false)}>
          {words.panel.none}
        </Button>
      )}
    </Panel>
  )
}

interface Props {
  section: CatalogueSection
  editor: Editor
  roles: readonly RoleSummary[]
  beyond: readonly string[]
  back: string
}

/** Whoever gives it is to know that nobody gains anything by it today. */
const Idle = () => (
  <span class="role-idle">
    <Badge>{common.idle.badge}</Badge> {common.idle.why}
  </span>
)

interface DescribesProps {
  one: CatalogueSection['permissions'][number]
  editor: Pick<Editor, 'draft' | 'rules'>
  roles: readonly RoleSummary[]
}

/** What a permission is for, what it needs or would take along, and which other roles have it. */
export function Describes({ one, editor: { draft, rules }, roles }: DescribesProps) {
  const granted = held(draft, rules)
  const taken = granted.has(one.name)
    ? dependants(one.name, rules).filter((name) => name !== one.name && granted.has(name))
    : []
  const others = roles.filter(({ grants }) => grants.includes(one.name))
  return (
    <>
      {one.idle && <Idle />}
      {one.describes}.{one.needs.length > 0 && <> {words.panel.needs(quoted(one.needs, rules))}</>}
      {taken.length > 0 && <> {words.panel.neededBy(quoted(taken, rules, 3))}</>}
      {others.length > 0 && (
        <span class="role-others">
          {words.panel.others(
            listed(
              others.map(({ name }) => name),
              4,
            ),
          )}
        </span>
      )}
    </>
  )
}
