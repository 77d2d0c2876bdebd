import { signal } from '@preact/signals'
import { api, failureOf, session, setSwitches, toast } from '@rolecall/ui'
import { words } from '../words.ts'

/** A switch is on its way to the server. */
export const switching = signal(false)

export const setOnline = (online: boolean, undo = true): Promise<void> =>
  change(
    { online },
    () => api.switches.setOnline.mutate({ online }),
    online ? words.switches.onlineNow : words.switches.offlineNow,
    undo ? () => void setOnline(!online, false) : undefined,
  )

export const setWidget = (shown: boolean, undo = true): Promise<void> =>
  change(
    { widgetShown: shown },
    () => api.switches.setWidget.mutate({ shown }),
    shown ? words.switches.widgetNow : words.switches.hiddenNow,
    undo ? () => void setWidget(!shown, false) : undefined,
  )

/** Shows the new state at once, takes it back if the server says no, and offers the way back for some seconds. */
async function change(
  to: Partial<State>,
  call: () => Promise<State>,
  said: string,
  undo: (() => void) | undefined,
): Promise<void> {
  const account = session.value?.account
  if (!account || switching.value) return
  const before = { online: account.online, widgetShown: account.widgetShown }
  setSwitches({ ...before, ...to })
  switching.value = true
  try {
    setSwitches(await call())
    toast(said, { tone: 'good', ms: 7_000, ...(undo && { action: { label: words.switches.undo, run: undo } }) })
  } catch (error) {
    setSwitches(before)
    toast(failureOf(error).text, { tone: 'bad' })
  } finally {
    switching.value = false
  }
}

interface State {
  online: boolean
  widgetShown: boolean
}
