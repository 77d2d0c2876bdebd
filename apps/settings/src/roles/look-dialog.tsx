import { api, Button, Dialog, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { Answer } from '../shell/answer.tsx'
import { InDepartments, seenBy } from './in-departments.tsx'
import { type Look, lookThrough } from './look.ts'
import { lookWords as words } from './look-words.ts'

/** A role that sees the chats of its member's departments: in which ones is it looked through? */
export function LookDialog({ name, look, onDone }: { name: string; look: Look; onDone: () => void }) {
  const query = useQuery('departments', (signal) => api.departments.list.query(undefined, { signal }))
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const departmentIds = chosen ?? (query.data ?? []).filter(seenBy).map(({ id }) => id)
  const start = (event: Event) => {
    event.preventDefault()
    onDone()
    void lookThrough({ ...look, departmentIds })
  }
  return (
    <Dialog open title={words.title(name)} closeLabel={words.close} onClose={onDone} size="s">
      <form class="stack" onSubmit={start}>
        <p>{words.body}</p>
        <Answer query={query}>
          {(all) => <InDepartments all={all} chosen={departmentIds} onChange={setChosen} />}
        </Answer>
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call="roles.preview" notNow={query.data ? undefined : words.loading}>
            {words.look}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
