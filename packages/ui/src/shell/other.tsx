import { useEffect, useId, useState } from 'preact/hooks'
import { signIn, switchBack } from '../data/auth.ts'
import { enter, meet, type Who } from '../data/enter.ts'
import { orWrong, useForm } from '../data/form.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Modal } from '../parts/modal.tsx'
import { Notice } from '../parts/notice.tsx'
import { session } from '../session/session.ts'
import { words } from '../words.ts'

/** Over a page whose member is not the one who is signed in here by now. What stands under it waits for them. */
export function Other({ who }: { who: Who }) {
  const id = useId()
  const mine = session.peek()
  // Another tab may have brought its member back.
  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && meet())
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return (
    <Modal class="dialog dialog-s is-door" labelledBy={id} onClose={() => {}}>
      <header class="dialog-head">
        <h2 id={id}>{words.other.title(who.name, who.account)}</h2>
      </header>
      <div class="dialog-body other">
        {mine && <p>{words.other.body(mine.member.name, mine.account.name)}</p>}
        <Button kind="primary" wide autoFocus onClick={() => location.reload()}>
          {words.other.goOn(who.name)}
        </Button>
        {mine && <Return self={who.email === mine.member.email} to={mine.account.name} member={mine.member} />}
      </div>
    </Modal>
  )
}

/** Back to whom the page is of: by a step where it is the same person, by their password where it is not. */
function Return({
  self,
  to,
  member,
}: {
  self: boolean
  to: string
  member: { id: string; name: string; email: string }
}) {
  const [password, setPassword] = useState('')
  const form = useForm(
    async () => {
      const answer = self ? await switchBack(member.id) : await signIn(member.email, password, member.id)
      if (!('choose' in answer)) orWrong(answer)
    },
    () => void enter(),
  )
  return (
    <form class="other-back" onSubmit={form.submit}>
      {form.wrong && <Notice tone="bad">{form.wrong}</Notice>}
      {!self && (
        <Field
          label={words.other.password(member.name)}
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxLength={128}
          value={password}
          onInput={setPassword}
        />
      )}
      <Button type="submit" wide busy={form.busy}>
        {self ? words.other.back(to) : words.other.signIn(member.name)}
      </Button>
    </form>
  )
}
