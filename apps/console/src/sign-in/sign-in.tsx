import { enter, orWrong, signIn, useForm } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Door, DoorForm } from './door.tsx'
import { EmailField, PasswordField } from './fields.tsx'
import { words } from './words.ts'

/** Stands at any address while nobody is signed in; the address stays, so a deep link opens after signing in. */
export function SignIn() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const form = useForm(
    async () => orWrong(await signIn(email, password)),
    () => void enter(),
  )
  return (
    <Door title={words.door.title}>
      <DoorForm form={form} submit={words.door.submit}>
        <EmailField value={email} onInput={setEmail} />
        <PasswordField value={password} onInput={setPassword} aside={<a href={paths.forgot}>{words.door.forgot}</a>} />
      </DoorForm>
    </Door>
  )
}
