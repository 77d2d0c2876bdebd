import type { CatalogueSection, RoleDraft } from '@rolecall/protocol'
import { Badge, Button, Icon, number, Switch, type Tone } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { words as common } from '../words.ts'
import { AlongNote } from './along.tsx'
import { setFull } from './draft.ts'
import type { Editor } from './editor.ts'
import { held, type Rules, type SectionState, stateOf } from './rules.ts'
import { inSentence } from './say.ts'
import { words } from './words.ts'

/** A section at a glance: Off, Partial or Full, what is in, what is not. */
export function SectionCard({ section, editor, beyond, href }: Props) {
  const { draft, rules } = editor
  const { kind } = stateOf(draft, section, rules)
  const first = section.permissions.find(({ name }) => beyond.includes(name))
  return (
    <Card section={section} draft={draft} rules={rules}>
      <Switch
        label={words.card.fullAccess}
        on={kind === 'full'}
        onChange={(on) => editor.step(section.key, on, setFull(draft, section.key, on, rules))}
        {...(first && kind !== 'full' ? { notNow: words.card.beyond(first.label) } : {})}
      />
      {first && (
        <p class="role-card-why">
          <Icon name="lock" size={16} />
          {words.card.beyond(first.label)}
        </p>
      )}
      <Summary section={section} draft={draft} rules={rules} />
      <AlongNote editor={editor} at={section.key} />
      {section.permissions.length === 1 && kind === 'partial' && (
        <Button size="s" onClick={() => editor.step(section.key, false, setFull(draft, section.key, false, rules))}>
          {words.panel.none}
        </Button>
      )}
      {section.permissions.length > 1 && (
        <a class="button button-secondary button-s role-card-open" href={href} data-section={section.key}>
          <span>{words.card.viewEdit}</span>
          <Icon name="chevron-right" size={16} />
        </a>
      )}
    </Card>
  )
}

interface Props {
  section: CatalogueSection
  editor: Editor
  beyond: readonly string[]
  /** The section's panel. */
  href: string
}

/** The frame of a section with its name and state, also where nothing is edited. */
export function Card({ section, draft, rules, children }: CardProps) {
  const id = useId()
  const state = stateOf(draft, section, rules)
  return (
    <section class={`role-card is-${state.kind}`} role="group" aria-labelledby={id} data-section={section.key}>
      <header class="role-card-head">
        <h3 id={id}>{section.label}</h3>
        <Badge tone={tones[state.kind]}>
          <span class={`role-state role-state-${state.kind}`} />
          {sayState(state)}
        </Badge>
      </header>
      {section.permissions.every(({ idle }) => idle) && (
        <p class="role-card-line">
          <Badge>{common.idle.badge}</Badge> {common.idle.why}
        </p>
      )}
      {children}
    </section>
  )
}

interface CardProps {
  section: CatalogueSection
  draft: RoleDraft
  rules: Rules
  children: ComponentChildren
}

export const sayState = ({ kind, on, of }: SectionState): string =>
  kind === 'partial' ? words.state.partial(number(on), number(of)) : words.state[kind]

const tones: Record<SectionState['kind'], Tone> = { off: 'plain', partial: 'accent', full: 'good' }

/** One line: what is in, and what is not. */
export function Summary({ section, draft, rules, standing }: Omit<CardProps, 'children'> & { standing?: boolean }) {
  const granted = held(draft, rules)
  const names = section.permissions.map(({ name }) => name)
  const [only] = section.permissions
  const { kind } = stateOf(draft, section, rules)
  if (names.length === 1 && only) {
    return (
      <p class="role-card-line">
        {only.label}. {only.describes}.{kind === 'partial' && ` ${words.card.notLater}`}
      </p>
    )
  }
  if (kind === 'off') return <p class="role-card-line">{section.describes}.</p>
  if (kind === 'full') return <p class="role-card-line">{standing ? words.card.whole : words.card.everything}</p>
  const [yes, no] = [names.filter((name) => granted.has(name)), names.filter((name) => !granted.has(name))]
  const text = inSentence(yes, rules, 3)
  return (
    <p class="role-card-line">
      {text.charAt(0).toUpperCase() + text.slice(1)}.{' '}
      {no.length === 0 ? words.card.everyTick : words.card.not(inSentence(no, rules, 3))}
    </p>
  )
}
