import { Button, session, toast } from '@rolecall/ui'
import { words } from './words.ts'

/** The line that puts the widget on a site: the next step while nobody has written yet. */
export function Snippet() {
  const account = session.value?.account
  if (!account) return null
  const line = snippetOf(location.origin, account.id)
  const copy = () =>
    navigator.clipboard.writeText(line).then(
      () => toast(words.snippet.copied, { tone: 'good' }),
      () => toast(words.snippet.failed, { tone: 'warn' }),
    )
  return (
    <div class="snippet">
      <p>{words.snippet.lead}</p>
      <code>{line}</code>
      <Button size="s" onClick={() => void copy()}>
        {words.snippet.copy}
      </Button>
    </div>
  )
}

/** As the README writes it; the account's id is public. */
export const snippetOf = (origin: string, accountId: string): string =>
  `<script async src="${origin}/widget.js" data-account="${accountId}"></script>`
