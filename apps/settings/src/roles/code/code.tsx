import './code.css'
import type { RolesDocument } from '@rolecall/protocol'
import { api, Button, copy, mayCall, useQuery } from '@rolecall/ui'
import { saveFile } from '@rolecall/ui/download'
import { useRef } from 'preact/hooks'
import { useNews } from '../../data/use-news.ts'
import { Answer } from '../../shell/answer.tsx'
import { Page } from '../../shell/page.tsx'
import { Bring } from './bring.tsx'
import { words } from './words.ts'

/** The custom roles as a document: out, and in again after a look at what that would do. */
export function Code() {
  const query = useQuery('code', (signal) => api.roles.export.query(undefined, { signal }))
  useNews(['roles'], query.reload)
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer query={query}>{(document) => <Now document={document} />}</Answer>
      {mayCall('roles.import') && <Bring />}
      <section class="card">
        <h2>{words.line}</h2>
        {words.commands.map((command) => (
          <code key={command}>{command}</code>
        ))}
      </section>
    </Page>
  )
}

function Now({ document }: { document: RolesDocument }) {
  const text = JSON.stringify(document, null, 2)
  const shown = useRef<HTMLPreElement>(null)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.now}</h2>
        <span class="actions">
          <Button size="s" icon="copy" onClick={() => void copy(text, shown.current)}>
            {words.copy.button}
          </Button>
          <Button
            size="s"
            icon="download"
            onClick={() => saveFile(new Blob([text], { type: 'application/json' }), 'roles.json')}
          >
            {words.download}
          </Button>
        </span>
      </div>
      {/* Scrolled by keyboard too. */}
      <pre ref={shown} class="document" tabIndex={0} role="region" aria-label={words.now}>
        {text}
      </pre>
    </section>
  )
}
