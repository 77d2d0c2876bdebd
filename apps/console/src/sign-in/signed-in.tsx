import { type Who, whoIsHere } from '@rolecall/ui'
import { useEffect, useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { words } from './words.ts'

/** Who is signed in at this browser, as it is when somebody looks: a door may stand open beside another tab. */
export function SignedIn() {
  const [who, setWho] = useState<Who | null>(null)
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void whoIsHere().then(setWho)
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [])
  if (!who) return null
  return (
    <p class="door-now">
      {words.now.signedIn(who.name, who.account)} {words.now.replaced}{' '}
      <a href={paths.home}>{words.now.goOn(who.name)}</a>
    </p>
  )
}
