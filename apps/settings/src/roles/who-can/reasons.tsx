import type { Because } from '@rolecall/protocol'
import { When } from '@rolecall/ui'
import { words } from './words.ts'

/** Why somebody may, a line for each reason, and when it ends. */
export const Reasons = ({ because }: { because: readonly Because[] }) => (
  <>
    {because.map(({ text, until }) => (
      <span class="quiet" key={text}>
        {text}
        {until && (
          <>
            {' · '}
            {words.until} <When iso={until} />
          </>
        )}
      </span>
    ))}
  </>
)
