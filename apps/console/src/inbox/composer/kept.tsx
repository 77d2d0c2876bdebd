import { Icon } from '@rolecall/ui'
import { draftOf } from '../data/drafts.ts'
import { words } from '../words.ts'

/**
 * In the composer's place when the role may not write: what was begun stays readable and can be copied. Those who
 * never could write, and began nothing, see nothing.
 */
export function Kept({ chatId, lost, role }: { chatId: string; lost: boolean; role: string }) {
  const drafts = (['message', 'note'] as const).map((kind) => draftOf(chatId, kind)).filter(Boolean)
  if (!lost && drafts.length === 0) return null
  return (
    <div class="composer is-lost">
      <p class="composer-lost" role="status">
        <Icon name="lock" size={16} />
        {drafts.length > 0 ? words.composer.lost(role) : words.composer.lostEmpty(role)}
      </p>
      {drafts.map((text) => (
        <textarea
          key={text}
          class="composer-text"
          readOnly
          rows={2}
          value={text}
          aria-label={words.composer.draft}
          dir="auto"
        />
      ))}
    </div>
  )
}
