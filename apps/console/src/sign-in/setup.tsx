import { api, enterAs, Field, useForm, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { Door, DoorForm, DoorLink } from './door.tsx'
import { EmailField, NameField, NewPasswordField } from './fields.tsx'
import { SignedIn } from './signed-in.tsx'
import { words } from './words.ts'

/** The one-time link of the first start, `/console/setup#TOKEN`. The token is in the fragment: it reaches no log. */
export function Setup() {
  const [token] = useState(() => location.hash.slice(1))
  const state = useQuery('setup', (signal) => api.setup.state.query(undefined, { signal }))
  if (state.data && !state.data.needed)
    return (
      <Door title={words.setup.doneTitle} lead={words.setup.done}>
        <DoorLink main to={paths.home}>
          {words.door.submit}
        </DoorLink>
      </Door>
    )
  if (!token) return <Door title={words.setup.badTitle} lead={words.setup.bad} />
  return (
    <Door title={words.setup.title} lead={words.setup.body}>
      <SignedIn />
      <SetupForm token={token} />
    </Door>
  )
}

function SetupForm({ token }: { token: string }) {
  const { route } = useLocation()
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const form = useForm(
    () => api.setup.create.mutate({ token, accountName: account, name, email, password }),
    () => void enterAs(paths.home).then((here) => here && route(paths.home, true)),
  )
  return (
    <DoorForm form={form} submit={words.setup.submit}>
      <Field
        label={words.setup.account}
        name="organization"
        autocomplete="organization"
        required
        maxLength={100}
        value={account}
        onInput={setAccount}
      />
      <NameField value={name} onInput={setName} />
      <EmailField value={email} onInput={setEmail} />
      <NewPasswordField label={words.door.password} value={password} onInput={setPassword} />
    </DoorForm>
  )
}
