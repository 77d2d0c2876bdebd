import type { Invitation } from '@rolecall/protocol'
import { type Answer, api, Button, ErrorState, enter, Field, failureOf, Skeleton, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { Door, Wrong } from './door.tsx'
import { useForm } from './form.ts'
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
        <a class="button button-secondary button-m wide" href={paths.home}>
          {words.door.submit}
        </a>
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

function JoinForm({ token, invitation: { email, known } }: { token: string; invitation: Invitation }) {
  const { route } = useLocation()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const accept = async (): Promise<Answer> => {
    try {
      const answer = await api.join.accept.mutate({ token, password, ...(!known && { name }) })
      return answer.ok ? { ok: true } : { ok: false, status: 0, text: words.join.wrong }
    } catch (error) {
      return { ok: false, status: 0, text: failureOf(error).text }
    }
  }
  const form = useForm(accept, () => void enter().then(() => route(paths.home, true)))
  return (
    <form class="door-form" onSubmit={form.submit}>
      <Wrong text={form.wrong} />
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
      {!known && (
        <Field
          label={words.setup.name}
          name="name"
          autocomplete="name"
          required
          maxLength={100}
          value={name}
          onInput={setName}
        />
      )}
      <Field
        label={known ? words.join.password : words.reset.password}
        name="password"
        type="password"
        autocomplete={known ? 'current-password' : 'new-password'}
        hint={known ? words.join.known : words.reset.hint}
        {...(!known && { minLength: 10 })}
        maxLength={128}
        required
        value={password}
        onInput={setPassword}
      />
      <Button type="submit" kind="primary" wide busy={form.busy}>
        {words.join.submit}
      </Button>
    </form>
  )
}
