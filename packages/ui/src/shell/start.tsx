import { type ComponentType, render } from 'preact'
import { useEffect } from 'preact/hooks'
import { LocationProvider } from 'preact-iso'
import { strange } from '../data/api.ts'
import { enter, entry, meet } from '../data/enter.ts'
import { follow } from '../data/follow.ts'
import { installTips } from '../parts/tips.ts'
import { Toasts } from '../parts/toast.tsx'
import { words } from '../words.ts'
import { Other } from './other.tsx'
import { Starting } from './starting.tsx'
import { Stuck } from './stuck.tsx'

/** Starts an app: asks who is signed in and, beside that question, for the page one lands on. */
export function start({ base, load, App }: Start): void {
  installTips()
  void enter()
  load(location.pathname)
  const all = (
    <LocationProvider scope={base}>
      <App />
      <Toasts label={words.product} closeLabel={words.close} />
    </LocationProvider>
  )
  render(all, document.getElementById('app') as HTMLElement)
}

interface Start {
  /** Where its addresses begin. */
  base: string
  load: (path: string) => void
  App: ComponentType
}

/** `Door` for those who are not signed in, `Inside` for a member, whose stream is followed meanwhile. */
export function Entrance({ Door, Inside }: { Door: ComponentType; Inside: ComponentType }) {
  const now = entry.value
  useEffect(() => (now.at === 'in' ? follow() : undefined), [now.at])
  useEffect(() => {
    if (strange.value > 0 && entry.peek().at === 'in') void meet()
  }, [strange.value])
  if (now.at === 'stuck') return <Stuck failure={now.failure} />
  if (now.at === 'door') return <Door />
  if (now.at !== 'in' && now.at !== 'other') return <Starting />
  // Under the door for somebody else the page stays as it is, with what is written on it.
  return (
    <>
      <Inside />
      {now.at === 'other' && <Other who={now.who} />}
    </>
  )
}

/** Leads to another app. */
export function Redirect({ to }: { to: string }) {
  useEffect(() => location.replace(to), [to])
  return null
}
