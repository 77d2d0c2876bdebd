import './plan.css'
import type { BillingPlan, PlanPreview } from '@rolecall/protocol'
import { api, Badge, Button, Dialog, mayCall, Notice, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { useNews } from '../data/use-news.ts'
import { rolePath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { words } from './words.ts'

type PlanName = BillingPlan['plan']

/** The three plans side by side. A change is shown before it is made. */
export function Plan() {
  const query = useQuery('plan', (signal) => api.billing.plan.query(undefined, { signal }))
  useNews(['plan', 'roles'], query.reload)
  const [preview, setPreview] = useState<PlanPreview | null>(null)
  const look = async (plan: PlanName) => setPreview(await attempt(() => api.billing.previewPlan.query({ plan })))
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer query={query}>
        {({ plan, plans, used, mayChange }) => (
          <>
            {!mayChange && <Buyers />}
            <ul class="plans">
              {plans.map((one) => (
                <li key={one.plan} class={`card plan${one.plan === plan ? ' is-current' : ''}`}>
                  <div class="card-head">
                    <h2>{words.names[one.plan]}</h2>
                    {one.plan === plan && <Badge tone="accent">{words.current}</Badge>}
                  </div>
                  <p class="plan-figure" aria-hidden="true">
                    {one.allowed ?? '∞'}
                  </p>
                  <p>{one.allowed === null ? words.all : one.allowed === 0 ? words.none : words.some(one.allowed)}</p>
                  {one.plan === plan ? (
                    <p class="quiet">{words.used(used, one.allowed)}</p>
                  ) : (
                    <Button call="billing.changePlan" hasPopup="dialog" onClick={() => void look(one.plan)}>
                      {words.choose(words.names[one.plan])}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
      {preview && <Change preview={preview} onDone={() => setPreview(null)} />}
    </Page>
  )
}

/** Who can, for those who cannot. */
function Buyers() {
  const query = useQuery('why', (signal) => api.session.why.query({ permission: 'billing.plan' }, { signal }))
  const names = query.data?.granters.map(({ name }) => name) ?? []
  if (names.length === 0 || mayCall('billing.changePlan')) return null
  return <Notice>{words.cannot(new Intl.ListFormat(undefined, { type: 'disjunction' }).format(names))}</Notice>
}

function Change({ preview, onDone }: { preview: PlanPreview; onDone: () => void }) {
  const { to, from, locks, unlocks } = preview
  const [busy, setBusy] = useState(false)
  const change = async () => {
    setBusy(true)
    const done = await attempt(() => api.billing.changePlan.mutate({ plan: to }), {
      text: words.changed(words.names[to]),
      undo: () => api.billing.changePlan.mutate({ plan: from }),
    })
    setBusy(false)
    if (done) onDone()
  }
  return (
    <Dialog
      open
      title={words.changeTitle(words.names[to])}
      closeLabel={words.close}
      onClose={onDone}
      size="s"
      footer={
        <>
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" call="billing.changePlan" busy={busy} onClick={() => void change()}>
            {words.yes(words.names[to])}
          </Button>
        </>
      }
    >
      <div class="stack">
        {locks.length + unlocks.length === 0 && <p>{words.nothing}</p>}
        {locks.length > 0 && <Some lead={words.locks} roles={locks} />}
        {unlocks.length > 0 && <Some lead={words.unlocks} roles={unlocks} />}
      </div>
    </Dialog>
  )
}

const Some = ({ lead, roles }: { lead: string; roles: PlanPreview['locks'] }) => (
  <div class="plan-roles">
    <p>{lead}</p>
    <ul class="lines">
      {roles.map(({ id, name, holderCount }) => (
        <li key={id}>
          <a href={rolePath(id)}>{name}</a>
          <span class="quiet">{words.holders(holderCount)}</span>
        </li>
      ))}
    </ul>
  </div>
)
