import { api, Button, failureOf, mayCall, part, SaveBar, toast } from '@rolecall/ui'
import { useRef, useState } from 'preact/hooks'
import type { Editor } from './editor.ts'
import { lookThrough } from './look.ts'
import { drop, newId } from './store.ts'
import { useKept } from './use-kept.ts'
import { useSaveKey } from './use-save-key.ts'
import { words } from './words.ts'

const LookDialog = part(() => import('./look-dialog.tsx').then((file) => file.LookDialog), null)

/** Saves a new role. */
export function NewBar({ editor, from, path, onMade }: Props) {
  const { draft, changes } = editor
  const [busy, setBusy] = useState(false)
  const [looking, setLooking] = useState(false)
  const made = useRef(false)
  useKept(changes > 0, words.bar.keptNew, path, made)
  const name = draft.name.trim()
  const notNow = name === '' ? words.bar.needsName : undefined

  useSaveKey(notNow || busy ? null : () => void save())

  async function save() {
    setBusy(true)
    try {
      const { roleId } = await api.roles.create.mutate({ draft: { ...draft, name }, from })
      made.current = true
      drop(newId(from))
      onMade(roleId, name)
    } catch (error) {
      toast(failureOf(error).text, { tone: 'bad' })
      setBusy(false)
    }
  }

  const limited = draft.chats === 'departments' && mayCall('departments.list')
  const look = () => (limited ? setLooking(true) : void lookThrough({ draft }))
  return (
    <>
      {looking && <LookDialog name={name} look={{ draft }} onDone={() => setLooking(false)} />}
      <SaveBar
        label={words.bar.label}
        actions={
          <>
            <Button kind="ghost" call="roles.preview" notNow={notNow} onClick={look}>
              {words.head.preview}
            </Button>
            {changes > 0 && (
              <Button kind="ghost" onClick={editor.discard}>
                {words.bar.discard}
              </Button>
            )}
            <Button kind="primary" call="roles.create" busy={busy} notNow={notNow} onClick={save}>
              {words.bar.save}
            </Button>
          </>
        }
      >
        <strong>{words.bar.newRole}</strong>
        {notNow && ` · ${notNow}`}
      </SaveBar>
    </>
  )
}

interface Props {
  editor: Editor
  /** The role that it is a copy of. */
  from: string | null
  path: string
  onMade: (roleId: string, name: string) => void
}
