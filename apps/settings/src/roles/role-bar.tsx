import type { RoleDetail } from '@rolecall/protocol'
import { api, Button, failureOf, part, plural, type Query, SaveBar, toast } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { reloadUntold } from '../data/use-news.ts'
import { rolePath } from '../paths.ts'
import type { Editor } from './editor.ts'
import { undo } from './undo.ts'
import { useBlast } from './use-blast.ts'
import { useKept } from './use-kept.ts'
import { useSaveKey } from './use-save-key.ts'
import { words } from './words.ts'

const ReviewDialog = part(() => import('./review-dialog.tsx').then((file) => file.ReviewDialog), null)

/** What would be saved, whom it concerns, and the ways on. There while something is not saved. */
export function RoleBar({ role, query, editor, outdated, gone }: Props) {
  const { draft, base, changes } = editor
  const named = draft.name.trim() !== ''
  const [busy, setBusy] = useState(false)
  const [review, setReview] = useState(false)
  const blast = useBlast(role.id, role.version, changes > 0 && named ? draft : null)
  useKept(changes > 0, words.bar.kept(role.name), rolePath(role.id), gone)
  const notNow = !named ? words.bar.needsName : outdated ? words.bar.outdated : undefined
  useSaveKey(changes > 0 && !notNow && !busy ? () => void save() : null)
  if (changes === 0) return null

  async function save() {
    setBusy(true)
    const saved = { ...draft, name: draft.name.trim() }
    try {
      const { version } = await api.roles.edit.mutate({ roleId: role.id, version: base.version, draft: saved })
      editor.rebase({ version, draft: saved }, saved)
      setReview(false)
      const action = { label: words.bar.undo, run: () => void undo(role.id, saved.name, version, base.version) }
      toast(words.bar.saved(saved.name), { tone: 'good', action })
      reloadUntold(query.reload)
    } catch (error) {
      const { text, refusal } = failureOf(error)
      toast(text, { tone: 'bad' })
      if (refusal?.code === 'CONFLICT') setReview(false)
      // After a conflict it is the other one's version that comes, and the page offers to merge.
      query.reload()
    }
    setBusy(false)
  }

  const lines = blast.data?.lines ?? []
  // The name comes first among them, and is in sight already.
  const [line, ...more] = blast.data?.change.renamed && lines.length > 1 ? lines.slice(1) : lines
  return (
    <>
      {review && (
        <ReviewDialog
          open
          editor={editor}
          blast={blast}
          onClose={() => setReview(false)}
          save={
            <Button kind="primary" call="roles.edit" busy={busy} notNow={notNow} onClick={save}>
              {words.bar.save}
            </Button>
          }
        />
      )}
      <SaveBar
        label={words.bar.label}
        actions={
          <>
            <Button
              kind="ghost"
              hasPopup="dialog"
              notNow={named ? undefined : words.bar.needsName}
              onClick={() => setReview(true)}
            >
              {words.bar.review}
            </Button>
            <Button kind="ghost" onClick={editor.discard}>
              {words.bar.discard}
            </Button>
            <Button kind="primary" call="roles.edit" busy={busy} notNow={notNow} onClick={save}>
              {words.bar.save}
            </Button>
          </>
        }
      >
        <strong>{plural(changes, words.bar.changes)}</strong>
        {!notNow && line && (
          <span class={blast.current ? undefined : 'role-stale'}>
            {' · '}
            {line}
            {more.length > 0 && ` · ${plural(more.length, words.bar.more)}`}
          </span>
        )}
        {notNow && ` · ${notNow}`}
      </SaveBar>
    </>
  )
}

interface Props {
  role: RoleDetail
  query: Query<RoleDetail>
  editor: Editor
  /** Somebody else has saved it in between. */
  outdated: boolean
  /** Set once the role is deleted here. */
  gone: { current: boolean }
}
