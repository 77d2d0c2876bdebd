import { type Answer, failureOf } from '@rolecall/ui'
import { useState } from 'preact/hooks'

/** A form's run: busy while it is sent, the sentence when it is refused. */
export function useForm(send: () => Promise<Answer>, done: () => void): Form {
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

export interface Form {
  busy: boolean
  wrong: string | null
  submit: (event: Event) => void
}

/** A call of the api as a form's answer: a refusal's sentence is what went wrong. */
export async function answerOf(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    return { ok: false, status: 0, text: failureOf(error).text }
  }
}
