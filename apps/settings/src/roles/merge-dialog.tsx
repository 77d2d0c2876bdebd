import type { RoleDetail } from '@rolecall/protocol'
import { api, Button, Dialog, failureOf, type Query, Segmented, toast } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { reloadUntold } from '../data/use-news.ts'
import { dialogWords } from './dialog-words.ts'
import { draftOf } from './draft.ts'
import type { Editor } from './editor.ts'
import { type Clash, merge, takeTheirs } from './merge.ts'
import { Concerned, Lines } from './review-dialog.tsx'
import { changeOf, sayChange, sayScope } from './say.ts'
import { undo } from './undo.ts'
import { useBlast } from './use-blast.ts'
import { words } from './words.ts'

/** What they changed, what I changed, and both together; where both changed the same, somebody chooses. */
export function MergeDialog({ role, query, editor, who, onClose }: Props) {
  const { base, draft: mine, rules } = editor
  const theirs = draftOf(role)
  const { draft: merged, clashes } = merge(base.draft, mine, theirs, rules)
  const [taken, setTaken] = useState<readonly Clash['what'][]>([])
  const [busy, setBusy] = useState(false)
  const draft = clashes.filter(({ what }) => taken.includes(what)).reduce(takeTheirs, merged)
  const saved = { version: role.version, draft: theirs }
  const changes = sayChange(changeOf(theirs, draft, rules), rules)
  const blast = useBlast(role.id, role.version, changes.length > 0 ? draft : null)

  const goOn = (next = draft) => {
    editor.rebase(saved, next)
    onClose()
  }
  const save = async () => {
    setBusy(true)
    try {
      const { version } = await api.roles.edit.mutate({ roleId: role.id, version: role.version, draft })
      editor.rebase({ version, draft }, draft)
      onClose()
      const action = { label: words.bar.undo, run: () => void undo(role.id, draft.name, version, role.version) }
      toast(words.bar.saved(draft.name), { tone: 'good', action })
      reloadUntold(query.reload)
    } catch (error) {
      toast(failureOf(error).text, { tone: 'bad' })
      query.reload()
    }
    setBusy(false)
  }

  return (
    <Dialog
      open
      size="l"
      title={dialogWords.merge.title}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button kind="ghost" onClick={() => goOn(theirs)}>
            {dialogWords.merge.drop}
          </Button>
          <Button onClick={() => goOn()}>{dialogWords.merge.goOn}</Button>
          <Button kind="primary" call="roles.edit" busy={busy} onClick={save}>
            {dialogWords.merge.save}
          </Button>
        </>
      }
    >
      <div class="role-merge">
        <div>
          <h3 class="role-h3">{dialogWords.merge.theirs(who)}</h3>
          <Lines lines={sayChange(changeOf(base.draft, theirs, rules), rules)} />
        </div>
        <div>
          <h3 class="role-h3">{dialogWords.merge.mine}</h3>
          <Lines lines={sayChange(changeOf(base.draft, mine, rules), rules)} />
        </div>
      </div>
      {clashes.length > 0 && <h3 class="role-h3">{dialogWords.merge.choose}</h3>}
      {clashes.map((clash) => (
        <div class="role-clash" key={clash.what}>
          <Segmented
            label={dialogWords.merge[clash.what]}
            value={taken.includes(clash.what) ? 'theirs' : 'mine'}
            options={[
              { value: 'mine', label: dialogWords.merge.yours(said(clash, 'mine')) },
              { value: 'theirs', label: dialogWords.merge.other(said(clash, 'theirs')) },
            ]}
            onChange={(whose) =>
              setTaken(whose === 'theirs' ? [...taken, clash.what] : taken.filter((one) => one !== clash.what))
            }
          />
        </div>
      ))}
      <h3 class="role-h3">{dialogWords.merge.result}</h3>
      <Lines lines={changes.length > 0 ? changes : [dialogWords.merge.nothing]} />
      {blast.data && <Concerned blast={blast.data} rules={rules} brief />}
    </Dialog>
  )
}

const said = (clash: Clash, whose: 'mine' | 'theirs'): string =>
  clash.what === 'name' ? clash[whose].name.trim() : sayScope(clash[whose])

interface Props {
  role: RoleDetail
  query: Query<RoleDetail>
  editor: Editor
  /** Who has saved in between. */
  who: string
  onClose: () => void
}
