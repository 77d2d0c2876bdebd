import { Icon } from '@rolecall/ui'
import type { Editor } from './editor.ts'
import { quoted } from './say.ts'
import { words } from './words.ts'

/** What came or went along with the step that was made here; read out as it happens. */
export function AlongNote({ editor: { along, rules }, at }: { editor: Editor; at: string }) {
  const shown = along?.at === at && along.names.length > 0 ? along : null
  return (
    <p class="role-along" role="status">
      {shown && (
        <>
          <Icon name={shown.on ? 'plus' : 'minus'} size={16} />
          {(shown.on ? words.card.alsoTicks : words.card.alsoTakes)(quoted(shown.names, rules))}
        </>
      )}
    </p>
  )
}
