import { Dot, Icon, mayCall, narrow, Switch, session } from '@rolecall/ui'
import { useId, useRef } from 'preact/hooks'
import { words } from '../words.ts'
import { setOnline, setWidget, switching } from './availability.ts'

/** *Our team is online* and *Widget is shown*: in the top bar, on a phone behind one button. Absent without the permission. */
export function Switches() {
  const account = session.value?.account
  if (!account || !(mayCall('switches.setOnline') || mayCall('switches.setWidget'))) return null
  const both = (
    <>
      <Switch
        label={words.switches.online}
        on={account.online}
        busy={switching.value}
        call="switches.setOnline"
        onChange={(on) => void setOnline(on)}
      />
      <Switch
        label={words.switches.widget}
        on={account.widgetShown}
        busy={switching.value}
        call="switches.setWidget"
        onChange={(on) => void setWidget(on)}
      />
    </>
  )
  return narrow.value ? <Folded>{both}</Folded> : <div class="switches">{both}</div>
}

function Folded({ children }: { children: preact.ComponentChildren }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const online = session.value?.account.online
  return (
    <>
      <button ref={button} type="button" class="availability" popovertarget={id} aria-label={words.switches.label}>
        <Dot tone={online ? 'good' : 'off'} />
        <Icon name="chevron" size={16} />
      </button>
      <div id={id} class="menu switches-folded" popover="auto" role="group" aria-label={words.switches.label}>
        {children}
      </div>
    </>
  )
}
