import { useRef } from 'preact/hooks'
import { copy } from '../data/copy.ts'
import { Button } from '../parts/button.tsx'
import { root } from '../root.ts'
import { session } from '../session/session.ts'
import { stepWords as words } from './step-words.ts'

/** The line that puts the widget on a site, for whoever looks after it. */
export function Snippet() {
  const code = useRef<HTMLElement>(null)
  const account = session.value?.account
  if (!account) return null
  const line = snippetOf(location.origin + root, account.id)
  return (
    <div class="snippet">
      <p>{words.snippet.lead}</p>
      <code ref={code}>{line}</code>
      <Button size="s" icon="copy" onClick={() => void copy(line, code.current, words.snippet.copied)}>
        {words.snippet.copy}
      </Button>
    </div>
  )
}

/** As the README writes it; the account's id is public: there is no secret in it. */
export const snippetOf = (url: string, accountId: string): string =>
  `<script async src="${url}/widget.js" data-account="${accountId}"></script>`
