import { failureOf, toast } from '@rolecall/ui'
import { words } from '../words.ts'

/** What is said when it is done, and the way back where there is one. */
interface Said {
  text: string
  undo?: () => Promise<unknown>
}

/** Does something and says how it went in one line; a refusal's sentence too. Resolves to null where it was refused. */
export async function attempt<T>(act: () => Promise<T>, said?: Said | ((answer: T) => Said | null)): Promise<T | null> {
  try {
    const answer = await act()
    const done = typeof said === 'function' ? said(answer) : said
    if (done) {
      const { text, undo } = done
      toast(text, {
        tone: 'good',
        ...(undo && { ms: 9000, action: { label: words.undo, run: () => void attempt(undo) } }),
      })
    }
    return answer
  } catch (error) {
    toast(failureOf(error).text, { tone: 'bad' })
    return null
  }
}
