import { type Answer, api, Button, enter, Field, failureOf, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { Door, Wrong } from './door.tsx'
import { useForm } from './form.ts'
import { words } from './words.ts'

/** The one-time link of the first start, `/console/setup#TOKEN`. The token is in the fragment: it reaches no log. */
export function Setup() {
  const [token] = useState(() => location.hash.slice(1))
  const state = useQuery('setup', (signal) => api.setup.state.query(undefined, { signal }))
  if (state.data && !state.data.needed)
    return (
      <Door title={words.setup.doneTitle} lead={words.setup.done}>
        <a class="button button-primary button-m wide" href={paths.home}>
          {words.door.submit}
        </a>
      </Door>
    )
  if (!token) return <Door title={words.setup.badTitle} lead={words.setup.bad} />
  return (
    <Door title={words.setup.title} lead={words.setup.body}>
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
  const create = async (): Promise<Answer> => {
    try {
      await api.setup.create.mutate({ token, accountName: account, name, email, password })
      return { ok: true }
    } catch (error) {
      return { ok: false, status: 0, text: failureOf(error).text }
    }
  }
  const form = useForm(create, () => void enter().then(() => route(paths.home, true)))
  return (
    <form class="door-form" onSubmit={form.submit}>
      <Wrong text={form.wrong} />
      <Field
        label={words.setup.account}
        name="organization"
        autocomplete="organization"
        required
        maxLength={100}
        value={account}
        onInput={setAccount}
      />
      <Field
        label={words.setup.name}
        name="name"
        autocomplete="name"
        required
        maxLength={100}
        value={name}
        onInput={setName}
      />
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
        autocomplete="new-password"
        hint={words.reset.hint}
        minLength={10}
        maxLength={128}
        required
        value={password}
        onInput={setPassword}
      />
      <Button type="submit" kind="primary" wide busy={form.busy}>
        {words.setup.submit}
      </Button>
    </form>
  )
}
