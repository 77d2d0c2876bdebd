import { askForReset, orWrong, useForm } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Door, DoorForm } from './door.tsx'
import { EmailField } from './fields.tsx'
import { words } from './words.ts'

/** Asks for a reset link. The answer is the same whether the address is known or not. */
export function Forgot() {
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState(false)
  const form = useForm(
    async () => orWrong(await askForReset(email)),
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
      <DoorForm form={form} submit={words.forgot.submit}>
        <EmailField value={email} onInput={setEmail} />
      </DoorForm>
      {back}
    </Door>
  )
}
