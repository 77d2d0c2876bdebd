import type { Invitation } from '@rolecall/protocol'
import { api, Button, ErrorState, enterAs, orWrong, Skeleton, useForm, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { Door, DoorForm, DoorLink } from './door.tsx'
import { NameField, NewPasswordField, PasswordField } from './fields.tsx'
import { SignedIn } from './signed-in.tsx'
import { words } from './words.ts'

/** The link of an invitation, `/console/join#TOKEN`. The token is in the fragment: it reaches no log. */
export function Join() {
  const [token] = useState(() => location.hash.slice(1))
  const state = useQuery('join', (signal) => api.join.state.query({ token }, { signal }))
  if (state.data) {
    const { account, by, role } = state.data
    return (
      <Door title={words.join.title(account)} lead={words.join.lead(by, role)}>
        <JoinForm token={token} invitation={state.data} />
      </Door>
    )
  }
  const code = state.failure?.refusal?.code
  if (code === 'NOT_FOUND' || code === 'INVALID_INPUT')
    return (
      <Door title={words.join.badTitle} lead={words.join.bad}>
        <DoorLink to={paths.home}>{words.door.submit}</DoorLink>
      </Door>
    )
  if (state.failure)
    return (
      <Door title={words.failure.title}>
        <ErrorState title={state.failure.text} action={<Button onClick={state.reload}>{words.retry}</Button>} />
      </Door>
    )
  return (
    <Door title={words.join.waiting}>
      <Skeleton label={words.loading} rows={2} avatar={false} />
    </Door>
  )
}

function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { email, known, letter } = invitation
  const { route } = useLocation()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [has, setHas] = useState(known)
  const accept = async () => {
    const { ok } = await api.join.accept.mutate({ token, password, ...(!has && { name }) })
    if (!ok) orWrong({ ok, text: known && !letter ? words.join.wrongKnown : words.join.wrong })
  }
  const form = useForm(accept, () => void enterAs(paths.home).then((here) => here && route(paths.home, true)))
  return (
    <>
      <SignedIn />
      <DoorForm form={form} submit={words.join.submit}>
        {/* For the password manager, and to be seen: the invitation is for this address and no other. */}
        <p class="door-email">{email}</p>
        <input
          class="visually-hidden"
          type="email"
          name="email"
          autocomplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        {has ? (
          <PasswordField
            label={words.join.password}
            hint={known ? words.join.known : words.join.have}
            value={password}
            onInput={setPassword}
          />
        ) : (
          <>
            <NameField value={name} onInput={setName} />
            <NewPasswordField value={password} onInput={setPassword} />
          </>
        )}
      </DoorForm>
      {/* Who was on this team proves it: by the password that they had, or by the letter. */}
      {(!known || letter) && (
        <Button kind="ghost" wide onClick={() => setHas(!has)}>
          {has ? (known ? words.join.toAnew : words.join.toNew) : words.join.toPassword}
        </Button>
      )}
    </>
  )
}
