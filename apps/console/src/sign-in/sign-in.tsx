import type { Place } from '@rolecall/protocol'
import { Button, enterAs, orWrong, signIn, useForm } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Choose } from './choose.tsx'
import { Door, DoorForm } from './door.tsx'
import { EmailField, PasswordField } from './fields.tsx'
import { SignedIn } from './signed-in.tsx'
import { words } from './words.ts'

/** Stands at any address while nobody is signed in; the address stays, so a deep link opens after signing in. */
export function SignIn() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [places, setPlaces] = useState<Place[] | null>(null)
  const form = useForm(
    async () => {
      const answer = await signIn(email, password)
      if ('choose' in answer) return answer.choose
      orWrong(answer)
      return null
    },
    (choose) => (choose ? setPlaces(choose) : void enterAs(location.href)),
  )
  if (places)
    return (
      <Door title={words.choose.title} lead={words.choose.lead(email)}>
        <Choose places={places} pick={(memberId) => signIn(email, password, memberId)} />
        <Button kind="ghost" wide onClick={() => setPlaces(null)}>
          {words.door.back}
        </Button>
      </Door>
    )
  return (
    <Door title={words.door.title}>
      <SignedIn />
      <DoorForm form={form} submit={words.door.submit}>
        <EmailField value={email} onInput={setEmail} />
        <PasswordField value={password} onInput={setPassword} aside={<a href={paths.forgot}>{words.door.forgot}</a>} />
      </DoorForm>
    </Door>
  )
}
