import type { Because as Reason } from '@rolecall/protocol'
import { When } from '@rolecall/ui'
import { words } from '../words.ts'

/** Why somebody may do something, and until when where it ends by itself. */
export const Because = ({ because }: { because: readonly Reason[] }) => (
  <>
    {because.map(({ text, until }, n) => (
      <span key={text}>
        {n > 0 && '; '}
        {text}
        {until && (
          <>
            {' '}
            ({words.untilWhen} <When iso={until} />)
          </>
        )}
      </span>
    ))}
  </>
)
