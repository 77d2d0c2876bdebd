import { language } from './speech.ts'
import { most } from './state.ts'

/** How long it is, and how long it may be: numbers are understood in every language. */
export const TooLong = ({ text }: { text: string }) => (
  <p class="problem" role="alert">
    {text.length > most && [text.length, most].map((count) => count.toLocaleString(language)).join(' / ')}
  </p>
)
