import type { RolesDocument, RolesPlan } from '@rolecall/protocol'
import { api, Begun, Button, failureOf, Notice, TextArea, Tick, toast, useTyped } from '@rolecall/ui'
import { useId, useState } from 'preact/hooks'
import { words } from './words.ts'

/** A document brought in: worked out first, then applied, exactly as it was worked out. */
export function Bring() {
  const id = useId()
  const typed = useTyped('roles', { text: '' })
  const { text } = typed.value
  const [prune, setPrune] = useState(false)
  const [plan, setPlan] = useState<RolesPlan | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (next: string) => {
    typed.on('text')(next)
    setPlan(null)
    setWrong(null)
  }
  const bring = async (digest: string | null) => {
    const document = parse(text, setWrong)
    if (!document || busy) return
    setBusy(true)
    setWrong(null)
    try {
      const answer = await api.roles.import.mutate({ document, digest, prune })
      setPlan(answer.applied ? null : answer)
      if (answer.applied) {
        typed.drop()
        toast(words.applied, { tone: 'good' })
      }
    } catch (error) {
      const { text, refusal } = failureOf(error)
      const [field] = refusal?.fields ?? []
      setWrong(field ? `${text} (${field.path})` : text)
      setPlan(null)
    }
    setBusy(false)
  }
  return (
    <section class="card document-text">
      <div>
        <h2>{words.bring}</h2>
        <p class="quiet">{words.bringLead}</p>
      </div>
      <label class="button button-secondary button-s file" for={id}>
        {words.file}
        <input
          id={id}
          class="visually-hidden"
          type="file"
          accept="application/json,.json"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(change)}
        />
      </label>
      <Begun typed={typed} />
      <TextArea label={words.text} rows={8} value={text} onInput={change} />
      <Tick
        label={words.prune}
        description={words.pruneMore}
        checked={prune}
        onChange={(on) => {
          setPrune(on)
          setPlan(null)
        }}
      />
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      {plan && (
        <Notice title={words.plan}>
          {plan.lines.length === 0 ? (
            words.same
          ) : (
            <ul class="plan-lines">
              {plan.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <div class="form-foot">
        <Button call="roles.import" busy={busy && !plan} onClick={() => void bring(null)}>
          {words.dry}
        </Button>
        {plan && plan.lines.length > 0 && (
          <Button kind="primary" call="roles.import" busy={busy} onClick={() => void bring(plan.digest)}>
            {words.apply}
          </Button>
        )}
      </div>
    </section>
  )
}

function parse(text: string, tell: (wrong: string) => void): RolesDocument | null {
  try {
    return JSON.parse(text) as RolesDocument
  } catch (error) {
    tell(words.notJson((error as Error).message))
    return null
  }
}
