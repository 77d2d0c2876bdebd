import { Button, enter, Field, signIn } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Door, Wrong } from './door.tsx'
import { useForm } from './form.ts'
import { words } from './words.ts'

/** Stands at any address while nobody is signed in; the address stays, so a deep link opens after signing in. */
export function SignIn() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const form = useForm(
    () => signIn(email, password),
    () => void enter(),
  )
  return (
    <Door title={words.door.title}>
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
        <Field
          label={words.door.password}
          name="password"
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onInput={setPassword}
          aside={<a href={paths.forgot}>{words.door.forgot}</a>}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          {words.door.submit}
        </Button>
      </form>
    </Door>
  )
}
