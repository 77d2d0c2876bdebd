import type { ChatReach, RoleDraft } from '@rolecall/protocol'
import { Segmented, Tick } from '@rolecall/ui'
import { useId } from 'preact/hooks'
import type { Editor } from './editor.ts'
import { held, type Rules } from './rules.ts'
import { words } from './words.ts'

const reaches: readonly ChatReach[] = ['all', 'departments', 'mine']

/** Which chats the role sees. */
export function ScopeCard({ draft, editor }: { draft: RoleDraft; editor: Editor }) {
  const id = useId()
  const whole = draft.chats === 'all'
  return (
    <section class="role-card" role="group" aria-labelledby={id} data-section="scope">
      <h3 id={id}>{words.chats.title}</h3>
      <Segmented
        label={words.chats.title}
        hideLabel
        value={draft.chats}
        options={reaches.map((value) => ({ value, label: words.chats[value] }))}
        onChange={(chats) => editor.change({ ...draft, chats })}
      />
      <p class="role-card-line">{words.chats.says[draft.chats]}</p>
      <Tick
        label={words.chats.unassigned}
        description={words.chats.unassignedMore}
        checked={whole || draft.unassigned}
        notNow={whole ? words.chats.included : undefined}
        onChange={(unassigned) => editor.change({ ...draft, unassigned })}
      />
      <ScopeFoot draft={draft} rules={editor.rules} />
    </section>
  )
}

/** The same in words. */
export function ScopeText({ draft, rules }: { draft: RoleDraft; rules: Rules }) {
  const id = useId()
  return (
    <section class="role-card" role="group" aria-labelledby={id} data-section="scope">
      <h3 id={id}>{words.chats.title}</h3>
      <p class="role-card-line">
        <strong>{words.chats[draft.chats]}.</strong> {words.chats.says[draft.chats]}
        {draft.chats !== 'all' && draft.unassigned && ` ${words.chats.unassigned}: ${words.chats.unassignedMore}`}
      </p>
      <ScopeFoot draft={draft} rules={rules} />
    </section>
  )
}

const ScopeFoot = ({ draft, rules }: { draft: RoleDraft; rules: Rules }) => (
  <p class="role-card-foot">{held(draft, rules).has('inbox.view') ? words.chats.lead : words.chats.without}</p>
)
