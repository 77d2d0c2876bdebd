import type { RoleSummary } from '@rolecall/protocol'
import { Field, part, plural } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { DetailsCard } from './details-card.tsx'
import type { Editor } from './editor.ts'
import { stateOf } from './rules.ts'
import { ScopeCard } from './scope-card.tsx'
import { SectionCard } from './section-card.tsx'
import { words } from './words.ts'

const FindPermission = part(
  () => import('./find-permission.tsx').then((file) => file.FindPermission),
  <div class="role-find" />,
)
const SectionPanel = part(() => import('./section-panel.tsx').then((file) => file.SectionPanel), null)

/** All that a role is made of, to change: its name, what it sees, and a card for each section. */
export function RoleBody({ editor, roles, beyond, section, path, autoFocus, children }: Props) {
  const { rules, draft } = editor
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [])
  const open = rules.sections.find(({ key }) => key === section)
  return (
    <>
      <section class="role-about">
        <Field
          label={words.head.name}
          hint={words.head.nameHint}
          value={draft.name}
          name="name"
          autocomplete="off"
          maxLength={100}
          inputRef={input}
          onInput={(name) => editor.change({ ...draft, name })}
        />
        {children}
      </section>
      <SectionsHead editor={editor} />
      <FindPermission editor={editor} path={path} />
      <div class="role-cards">
        {rules.sections.map((one) => (
          <SectionCard key={one.key} section={one} editor={editor} beyond={beyond} href={path(one.key)} />
        ))}
      </div>
      <h2 class="role-h2">{words.head.reach}</h2>
      <div class="role-cards is-wide">
        <ScopeCard draft={draft} editor={editor} />
        <DetailsCard draft={draft} editor={editor} beyond={beyond} />
      </div>
      {open && <SectionPanel section={open} editor={editor} roles={roles} beyond={beyond} back={path()} />}
    </>
  )
}

/** "Permissions", and in how many sections the role is full, partial and off. */
export function SectionsHead({ editor: { draft, rules } }: { editor: Pick<Editor, 'draft' | 'rules'> }) {
  const kinds = rules.sections.map((section) => stateOf(draft, section, rules).kind)
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  return (
    <h2 class="role-h2">
      {words.head.permissions}
      <span class="role-h2-more">
        {(['full', 'partial', 'off'] as const).map((kind) => plural(count(kind), words.sections[kind])).join(' · ')}
      </span>
    </h2>
  )
}

interface Props {
  editor: Editor
  roles: readonly RoleSummary[]
  beyond: readonly string[]
  /** Whose panel is open. */
  section: string | undefined
  /** The address of the page, or of a section's panel. */
  path: (section?: string) => string
  autoFocus?: boolean
  /** Beside the name. */
  children?: ComponentChildren
}
