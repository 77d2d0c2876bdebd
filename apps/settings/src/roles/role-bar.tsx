import type { RoleDetail } from '@rolecall/protocol'
import { api, Button, failureOf, plural, type Query, SaveBar, toast } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { rolePath } from '../paths.ts'
import type { Editor } from './editor.ts'
import { ReviewDialog } from './review-dialog.tsx'
import { undo } from './undo.ts'
import { useBlast } from './use-blast.ts'
import { useKept } from './use-kept.ts'
import { words } from './words.ts'

/** What would be saved, whom it concerns, and the ways on. There while something is not saved. */
export function RoleBar({ role, query, editor, outdated }: Props) {
  const { draft, base, changes } = editor
  const named = draft.name.trim() !== ''
  const [busy, setBusy] = useState(false)
  const [review, setReview] = useState(false)
  const blast = useBlast(role.id, role.version, changes > 0 && named ? draft : null)
  useKept(changes > 0, words.bar.kept(role.name), rolePath(role.id))
  if (changes === 0) return null

  const save = async () => {
    setBusy(true)
    const saved = { ...draft, name: draft.name.trim() }
    try {
      const { version } = await api.roles.edit.mutate({ roleId: role.id, version: base.version, draft: saved })
      editor.rebase({ version, draft: saved }, saved)
      setReview(false)
      const action = { label: words.bar.undo, run: () => void undo(role.id, saved.name, version, base.version) }
      toast(words.bar.saved(saved.name), { tone: 'good', action })
    } catch (error) {
      const { text, refusal } = failureOf(error)
      toast(text, { tone: 'bad' })
      if (refusal?.code === 'CONFLICT') setReview(false)
    }
    // After a conflict it is the other one's version that comes, and the page offers to merge.
    query.reload()
    setBusy(false)
  }

  const notNow = !named ? words.bar.needsName : outdated ? words.bar.outdated : undefined
  const [line, ...more] = blast.data?.lines ?? []
  return (
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
      {named && line && (
        <span class={blast.current ? undefined : 'role-stale'}>
          {' · '}
          {line}
          {more.length > 0 && ` · ${plural(more.length, words.bar.more)}`}
        </span>
      )}
      {!named && ` · ${words.bar.needsName}`}
      <ReviewDialog
        open={review}
        editor={editor}
        blast={blast}
        onClose={() => setReview(false)}
        save={
          <Button kind="primary" call="roles.edit" busy={busy} notNow={notNow} onClick={save}>
            {words.bar.save}
          </Button>
        }
      />
    </SaveBar>
  )
}

interface Props {
  role: RoleDetail
  query: Query<RoleDetail>
  editor: Editor
  /** Somebody else has saved it in between. */
  outdated: boolean
}
