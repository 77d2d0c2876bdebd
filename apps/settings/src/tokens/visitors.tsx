import { api, Switch, useQuery } from '@rolecall/ui'
import { attempt } from '../data/attempt.ts'
import { words } from './words.ts'

/** Whether visitors are told one's name: one's own to say. */
export function Visitors() {
  const query = useQuery('mine', (signal) => api.team.mine.query(undefined, { signal }))
  const shown = query.data ? !query.data.hidden : true
  const set = async (on: boolean) => {
    const done = await attempt(() => api.team.showMe.mutate({ hidden: !on }), { text: words.nowShown(on) })
    if (done) query.set(() => done)
  }
  return (
    <section class="card">
      <h2>{words.visitors}</h2>
      <p class="quiet">{words.visitorsLead}</p>
      {query.data && <Switch label={words.shown} on={shown} call="team.showMe" onChange={(on) => void set(on)} />}
    </section>
  )
}
