import { Button, copy, session } from '@rolecall/ui'
import { root } from '@rolecall/ui/root'
import { useRef } from 'preact/hooks'
import { words } from './words.ts'

/** The line that puts the widget on a site: the next step while nobody has written yet. */
export function Snippet() {
  const code = useRef<HTMLElement>(null)
  const account = session.value?.account
  if (!account) return null
  const line = snippetOf(location.origin + root, account.id)
  return (
    <div class="snippet">
      <p>{words.snippet.lead}</p>
      <code ref={code}>{line}</code>
      <Button size="s" onClick={() => void copy(line, code.current, words.snippet.copied)}>
        {words.snippet.copy}
      </Button>
    </div>
  )
}

/** As the README writes it; the account's id is public: there is no secret in it. */
export const snippetOf = (url: string, accountId: string): string =>
  `<script async src="${url}/widget.js" data-account="${accountId}"></script>`
