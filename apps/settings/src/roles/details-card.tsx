import type { RoleDraft } from '@rolecall/protocol'
import { Tick } from '@rolecall/ui'
import { useId } from 'preact/hooks'
import { AlongNote } from './along.tsx'
import { tick, untick } from './draft.ts'
import type { Editor } from './editor.ts'
import { held, type Rules } from './rules.ts'
import { words } from './words.ts'

const permission = 'contacts.details'

/** Whether the role sees how people can be reached: a permission of Contacts that masks fields everywhere. */
export function DetailsCard({
  draft,
  editor,
  beyond,
}: {
  draft: RoleDraft
  editor: Editor
  beyond: readonly string[]
}) {
  const id = useId()
  const { rules } = editor
  return (
    <section class="role-card" role="group" aria-labelledby={id} data-section="details">
      <h3 id={id}>{words.details.title}</h3>
      <p class="role-card-line">{words.details.lead}</p>
      <Tick
        label={words.details.label}
        description={words.details.more}
        checked={held(draft, rules).has(permission)}
        notNow={beyond.includes(permission) ? words.panel.beyond : undefined}
        onChange={(on) => editor.step('details', on, (on ? tick : untick)(draft, permission, rules))}
      />
      <AlongNote editor={editor} at="details" />
    </section>
  )
}

/** The same in words. */
export function DetailsText({ draft, rules }: { draft: RoleDraft; rules: Rules }) {
  const id = useId()
  return (
    <section class="role-card" role="group" aria-labelledby={id} data-section="details">
      <h3 id={id}>{words.details.title}</h3>
      <p class="role-card-line">{held(draft, rules).has(permission) ? words.details.yes : words.details.no}</p>
    </section>
  )
}
