import { orWrong, resetPassword, useForm } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Door, DoorForm, DoorLink } from './door.tsx'
import { NewPasswordField } from './fields.tsx'
import { words } from './words.ts'

/** Where the mail's link leads: `/console/reset#TOKEN`. The token is in the fragment: it reaches no log. */
export function Reset() {
  const [token] = useState(() => location.hash.slice(1))
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const form = useForm(
    async () => orWrong(await resetPassword(password, token)),
    () => {
      // The token is spent; it should not stay in the address bar.
      history.replaceState(null, '', paths.reset)
      setDone(true)
    },
  )
  if (done)
    return (
      <Door title={words.reset.doneTitle} lead={words.reset.done}>
        <DoorLink main to={paths.home}>
          {words.door.submit}
        </DoorLink>
      </Door>
    )
  if (!token)
    return (
      <Door title={words.reset.badTitle} lead={words.reset.bad}>
        <DoorLink main to={paths.forgot}>
          {words.reset.again}
        </DoorLink>
      </Door>
    )
  return (
    <Door title={words.reset.title}>
      <DoorForm form={form} submit={words.reset.submit}>
        <NewPasswordField value={password} onInput={setPassword} />
      </DoorForm>
    </Door>
  )
}
