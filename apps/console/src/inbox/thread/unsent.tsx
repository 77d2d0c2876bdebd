import { Icon, mayCall } from '@rolecall/ui'
import { sayAgain, takeBack } from '../data/say.ts'
import type { Sending } from '../state/state.ts'
import { words } from '../words.ts'

/** Under a message that did not get through: why, and the two ways on. */
export function Unsent({ sending: { id, kind, why } }: { sending: Sending }) {
  const call = kind === 'note' ? 'inbox.note' : 'inbox.reply'
  return (
    <div class="unsent" role="alert">
      <span class="unsent-why">
        <Icon name="alert" size={16} />
        <strong>{words.thread.failed}</strong> {why}
      </span>
      {mayCall(call) && (
        <button type="button" class="unsent-act" data-call={call} onClick={() => sayAgain(id)}>
          {words.thread.retry}
        </button>
      )}
      <button type="button" class="unsent-act" onClick={() => takeBack(id)}>
        {words.thread.discard}
      </button>
    </div>
  )
}
