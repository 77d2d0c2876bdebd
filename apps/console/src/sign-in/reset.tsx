import { Button, Field, resetPassword } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Door, Wrong } from './door.tsx'
import { useForm } from './form.ts'
import { words } from './words.ts'

/** Where the mail's link leads: `/console/reset#TOKEN`. The token is in the fragment: it reaches no log. */
export function Reset() {
  const [token] = useState(() => location.hash.slice(1))
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const form = useForm(
    () => resetPassword(password, token),
    () => {
      // The token is spent; it should not stay in the address bar.
      history.replaceState(null, '', paths.reset)
      setDone(true)
    },
  )
  if (done)
    return (
      <Door title={words.reset.doneTitle} lead={words.reset.done}>
        <a class="button button-primary button-m wide" href={paths.home}>
          {words.door.submit}
        </a>
      </Door>
    )
  if (!token)
    return (
      <Door title={words.reset.badTitle} lead={words.reset.bad}>
        <a class="button button-primary button-m wide" href={paths.forgot}>
          {words.reset.again}
        </a>
      </Door>
    )
  return (
    <Door title={words.reset.title}>
      <form class="door-form" onSubmit={form.submit}>
        <Wrong text={form.wrong} />
        <Field
          label={words.reset.password}
          name="new-password"
          type="password"
          autocomplete="new-password"
          hint={words.reset.hint}
          minLength={10}
          maxLength={128}
          required
          value={password}
          onInput={setPassword}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          {words.reset.submit}
        </Button>
      </form>
    </Door>
  )
}
