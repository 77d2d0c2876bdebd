import { useState } from 'preact/hooks'
import { enter } from '../data/enter.ts'
import type { Failure } from '../data/failure.ts'
import { Button } from '../parts/button.tsx'
import { ErrorState } from '../states/states.tsx'
import { words } from '../words.ts'
import { leavePreview } from './preview.tsx'

/** The server gave no answer to who is signed in, or the preview that this tab looks through has ended. */
export function Stuck({ failure }: { failure: Failure }) {
  const [busy, setBusy] = useState(false)
  const again = () => {
    setBusy(true)
    void enter().finally(() => setBusy(false))
  }
  const over = failure.refusal?.code === 'PREVIEW'
  return (
    <main class="whole">
      <ErrorState
        level={1}
        title={over ? words.preview.over : words.failure.stuck}
        action={
          <Button kind="primary" busy={busy} onClick={over ? leavePreview : again}>
            {over ? words.preview.leave : words.retry}
          </Button>
        }
      >
        {failure.text}
      </ErrorState>
    </main>
  )
}
