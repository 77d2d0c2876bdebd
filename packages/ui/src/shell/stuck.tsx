import { useState } from 'preact/hooks'
import { enter } from '../data/enter.ts'
import type { Failure } from '../data/failure.ts'
import { Button } from '../parts/button.tsx'
import { ErrorState } from '../states/states.tsx'
import { words } from '../words.ts'

/** The server gave no answer to who is signed in. */
export function Stuck({ failure }: { failure: Failure }) {
  const [busy, setBusy] = useState(false)
  const again = () => {
    setBusy(true)
    void enter().finally(() => setBusy(false))
  }
  return (
    <main class="whole">
      <ErrorState
        level={1}
        title={words.failure.stuck}
        action={
          <Button kind="primary" busy={busy} onClick={again}>
            {words.retry}
          </Button>
        }
      >
        {failure.text}
      </ErrorState>
    </main>
  )
}
