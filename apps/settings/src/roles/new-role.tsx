import type { RoleDetail, RoleList } from '@rolecall/protocol'
import { api, Notice, toast, useQuery } from '@rolecall/ui'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths, rolePath } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { NoRoomNotice } from './add-role.tsx'
import { dialogWords } from './dialog-words.ts'
import { copyOf, emptyDraft, without } from './draft.ts'
import { useEditor } from './editor.ts'
import { NewBar } from './new-bar.tsx'
import { RoleBody } from './role-body.tsx'
import type { Rules } from './rules.ts'
import { inSentence } from './say.ts'
import { type Base, newId } from './store.ts'
import { Waiting } from './waiting.tsx'
import { words } from './words.ts'

/** A role from scratch, or as a copy of another one. */
export function NewRole({ from, rules, section }: { from: string | null; rules: Rules; section: string | undefined }) {
  const known = useQuery('new', async (signal) => {
    const list = await api.roles.list.query(undefined, { signal })
    // What one may not hand out is the same whichever role is asked about.
    const roleId = from ?? list.roles[0]?.id ?? ''
    return { list, other: await api.roles.get.query({ roleId }, { signal }) }
  })
  if (!known.data) return <Waiting of={known} />
  const { list, other } = known.data
  if (!list.create.may) return <NoRoom list={list} />
  return <Editing list={list} other={other} from={from} rules={rules} section={section} />
}

interface Props {
  list: RoleList
  /** The role that it is a copy of, or any. */
  other: RoleDetail
  from: string | null
  rules: Rules
  section: string | undefined
}

function Editing({ list, other, from, rules, section }: Props) {
  const { route } = useLocation()
  const { saved, left } = useMemo(() => beginning(other, from, rules), [])
  const editor = useEditor(newId(from), saved, rules, true)
  const path = (key?: string) => `${key ? `${paths.newRole}/${key}` : paths.newRole}${from ? `?from=${from}` : ''}`
  const made = (roleId: string, name: string) => {
    route(rolePath(roleId), true)
    const action = { label: words.bar.toMembers, run: () => route(paths.team) }
    toast(words.bar.made(name), { tone: 'good', action })
  }
  return (
    <Page
      title={words.newRole}
      lead={from ? dialogWords.create.from(other.name) : dialogWords.create.scratch}
      back={{ path: paths.roles, label: words.title }}
    >
      {left.length > 0 && <Notice>{dialogWords.create.left(inSentence(left, rules))}</Notice>}
      <RoleBody editor={editor} roles={list.roles} beyond={other.beyond} section={section} path={path} autoFocus />
      <NewBar editor={editor} from={from} path={path()} onMade={made} />
    </Page>
  )
}

/** A copy leaves out what one may not hand out: it could not be saved. */
function beginning(other: RoleDetail, from: string | null, rules: Rules): { saved: Base; left: string[] } {
  if (from === null) return { saved: { version: 0, draft: emptyDraft }, left: [] }
  const { draft, also } = without(copyOf(other, dialogWords.create.copyName(other.name), rules), other.beyond, rules)
  return { saved: { version: 0, draft }, left: also }
}

const NoRoom = ({ list }: { list: RoleList }) => (
  <Page title={words.newRole} back={{ path: paths.roles, label: words.title }}>
    <NoRoomNotice create={list.create} />
  </Page>
)
