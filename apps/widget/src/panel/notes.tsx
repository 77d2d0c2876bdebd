import { words } from './speech.ts'
import type { State } from './state.ts'

interface Props {
  state: State
  load: () => void
}

/** What is to be known beside what was said, under it. */
export function Notes({ state: { phase, note, slow, closed, config, lines }, load }: Props) {
  if (phase === 'loading') return <div class="skeleton" aria-hidden="true" />
  const found: preact.ComponentChildren[] = []
  if (phase === 'broken') {
    found.push(
      words.broken,
      <button type="button" onClick={load}>
        {words.again}
      </button>,
    )
  } else if (note) found.push(words[note])
  else if (closed) found.push(words.closed)
  else if (!config.online && lines.length) found.push(words.later)
  if (slow) found.push(' ', words.slow)
  return found.length ? <p class="note">{found}</p> : null
}
