import type { RoleDetail } from '@rolecall/protocol'
import { api, Button, Notice, type Query, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { dialogWords } from './dialog-words.ts'
import type { Editor } from './editor.ts'
import { MergeDialog } from './merge-dialog.tsx'

/** Somebody else has saved the role while it was being changed here: says who, and offers to put both together. */
export function Outdated({ role, query, editor }: { role: RoleDetail; query: Query<RoleDetail>; editor: Editor }) {
  const [open, setOpen] = useState(false)
  const newest = useQuery(`${role.id} ${role.version}`, (signal) =>
    api.roles.versions.query({ roleId: role.id, limit: 1 }, { signal }),
  )
  const who = newest.data?.[0]?.by ?? dialogWords.merge.somebody
  return (
    <>
      <div role="status">
        <Notice
          tone="warn"
          title={dialogWords.merge.news(who)}
          action={
            <Button kind="primary" hasPopup="dialog" onClick={() => setOpen(true)}>
              {dialogWords.merge.open}
            </Button>
          }
        >
          {dialogWords.merge.newsBody}
        </Notice>
      </div>
      {open && <MergeDialog role={role} query={query} editor={editor} who={who} onClose={() => setOpen(false)} />}
    </>
  )
}
