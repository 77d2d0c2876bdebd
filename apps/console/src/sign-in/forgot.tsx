import { askForReset, Button, Field } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Door, Wrong } from './door.tsx'
import { useForm } from './form.ts'
import { words } from './words.ts'

/** Asks for a reset link. The answer is the same whether the address is known or not. */
export function Forgot() {
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState(false)
  const form = useForm(
    () => askForReset(email),
    () => setSent(true),
  )
  const back = (
    <p class="door-foot">
      <a href={paths.home}>{words.door.back}</a>
    </p>
  )
  if (sent)
    return (
      <Door title={words.forgot.sentTitle} lead={words.forgot.sent(email)}>
        {back}
      </Door>
    )
  return (
    <Door title={words.forgot.title} lead={words.forgot.body}>
      <form class="door-form" onSubmit={form.submit}>
        <Wrong text={form.wrong} />
        <Field
          label={words.door.email}
          name="email"
          type="email"
          autocomplete="username"
          required
          value={email}
          onInput={setEmail}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          {words.forgot.submit}
        </Button>
      </form>
      {back}
    </Door>
  )
}
