import { useState } from 'preact/hooks'
import type { Answer } from './auth.ts'
import { failureOf } from './failure.ts'

/** A form's run: busy while it is sent, the sentence when it is refused. */
export interface Form {
  busy: boolean
  wrong: string | null
  submit: (event: Event) => void
}

/** `send` throws what was refused (`orWrong`, where that is an answer); `done` is told what came of it otherwise. */
export function useForm<Made>(send: () => Promise<Made>, done: (made: Made) => void): Form {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setWrong(null)
    try {
      done(await send())
    } catch (error) {
      setWrong(error instanceof Wrong ? error.message : failureOf(error).text)
    } finally {
      setBusy(false)
    }
  }
  return { busy, wrong, submit: (event) => void submit(event) }
}

/** What is wrong, in words of the page's own. */
class Wrong extends Error {}

/** The answer of an identity call, as a form takes it. */
export function orWrong(answer: Answer | { ok: false; text: string }): void {
  if (!answer.ok) throw new Wrong(answer.text)
}
