import type { AccessRequest } from '@rolecall/protocol'
import { useState } from 'preact/hooks'
import { api } from '../data/api.ts'
import { failureOf } from '../data/failure.ts'
import { useQuery } from '../data/query.ts'
import { useTyped } from '../data/typed.ts'
import { Begun } from '../parts/begun.tsx'
import { Button } from '../parts/button.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { toast } from '../parts/toast.tsx'
import { session } from '../session/session.ts'
import { words } from '../words.ts'

const most = 1000

/**
 * Asks those who can grant it, and shows what became of it. The server tells of an answer as it tells of changed rights,
 * so the session's newest event is what this is asked anew by.
 */
export function RequestAccess({ permission, helps }: { permission: string; helps: string }) {
  const me = session.value
  const mine = useQuery(`${permission} ${me?.event}`, (signal) => api.access.mine.query(undefined, { signal }), {
    keep: true,
  })
  // Whoever looks through a role asks for nothing in its place.
  if (!mine.data || me?.preview) return null
  const last = mine.data.find((one) => one.permission.name === permission)
  return (
    <div class="request">
      {last?.status === 'open' ? (
        <Asked request={last} helps={helps} onDone={mine.reload} />
      ) : (
        <>
          {last?.status === 'refused' && last.decided && (
            <p>{words.request.refused(last.decided.by, last.decided.answer)}</p>
          )}
          <Ask permission={permission} onDone={mine.reload} />
        </>
      )}
    </div>
  )
}

function Asked({ request, helps, onDone }: { request: AccessRequest; helps: string; onDone: () => void }) {
  const [busy, go] = useCall(onDone)
  return (
    <>
      <p role="status">
        {words.request.asked} {helps}
      </p>
      <Button
        call="access.withdraw"
        busy={busy}
        onClick={() => void go(() => api.access.withdraw.mutate({ requestId: request.id }))}
      >
        {words.request.withdraw}
      </Button>
    </>
  )
}

function Ask({ permission, onDone }: { permission: string; onDone: () => void }) {
  const typed = useTyped(`request.${permission}`, { reason: '' })
  const [open, setOpen] = useState(typed.before)
  const [busy, go] = useCall(onDone)
  if (!open)
    return (
      <Button kind="primary" call="access.request" onClick={() => setOpen(true)}>
        {words.request.button}
      </Button>
    )
  return (
    <form
      class="request-form"
      onSubmit={(event) => {
        event.preventDefault()
        void go(() => api.access.request.mutate({ permission, ...typed.value }).then(typed.drop))
      }}
    >
      <Begun typed={typed} />
      <TextArea
        label={words.request.reason}
        hint={words.request.hint}
        value={typed.value.reason}
        maxLength={most}
        inputRef={(field) => field?.focus()}
        onInput={typed.on('reason')}
      />
      <Button type="submit" kind="primary" call="access.request" busy={busy}>
        {words.request.send}
      </Button>
    </form>
  )
}

/** Runs a call, says what went wrong, and lets the page ask anew. */
function useCall(onDone: () => void): [busy: boolean, go: (call: () => Promise<unknown>) => Promise<void>] {
  const [busy, setBusy] = useState(false)
  const go = async (call: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await call()
    } catch (error) {
      toast(failureOf(error).text, { tone: 'bad' })
    } finally {
      setBusy(false)
      onDone()
    }
  }
  return [busy, go]
}
