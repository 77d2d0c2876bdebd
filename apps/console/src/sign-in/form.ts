import { type Answer } from '@rolecall/ui'
import { useState } from 'preact/hooks'

/** A form's run: busy while it is sent, the sentence when it is refused. */
export function useForm(send: () => Promise<Answer>, done: () => void) {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setWrong(null)
    const answer = await send()
    setBusy(false)
    if (answer.ok) done()
    else setWrong(answer.text)
  }
  return { busy, wrong, submit: (event: Event) => void submit(event) }
}
