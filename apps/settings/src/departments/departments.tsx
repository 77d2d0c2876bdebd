import type { Department } from '@rolecall/protocol'
import {
  AvatarStack,
  api,
  Button,
  Confirm,
  EmptyState,
  IconButton,
  Menu,
  number,
  Table,
  type TableColumn,
  useQuery,
} from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { attempt } from '../data/attempt.ts'
import { useNews } from '../data/use-news.ts'
import { paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { TeamTabs } from '../shell/team-tabs.tsx'
import { NameDialog } from './name-dialog.tsx'
import { PagesDialog } from './pages-dialog.tsx'
import { words } from './words.ts'

/** Whose chats are whose. */
export function Departments() {
  const query = useQuery('departments', (signal) => api.departments.list.query(undefined, { signal }))
  useNews(['departments', 'members'], query.reload)
  const [adding, setAdding] = useState(false)
  const add = (
    <Button kind="primary" icon="plus" call="departments.create" hasPopup="dialog" onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  const create = (name: string) => attempt(() => api.departments.create.mutate({ name }), { text: words.created(name) })
  const columns: TableColumn<Department>[] = [
    { id: 'name', label: words.name, cell: ({ name }) => <strong>{name}</strong> },
    {
      id: 'members',
      label: words.members,
      cell: ({ members }) => (members.length > 0 ? <AvatarStack people={members} most={6} /> : words.nobody),
    },
    { id: 'pages', label: words.pages, cell: ({ pages }) => <Pages pages={pages} /> },
    { id: 'open', label: words.open, end: true, fit: true, cell: ({ openChats }) => number(openChats) },
    {
      id: 'actions',
      label: words.actions,
      hideLabel: true,
      fit: true,
      end: true,
      cell: (department) => <DepartmentActions department={department} />,
    },
  ]
  return (
    <Page title={words.title} lead={words.lead} tabs={<TeamTabs />} actions={add}>
      <Answer query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="tag" title={words.none} action={add}>
              {words.noneBody}
            </EmptyState>
          ) : (
            <Table label={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} busy={query.busy} />
          )
        }
      </Answer>
      {adding && (
        <NameDialog
          what="department"
          title={words.addTitle}
          yes={words.create}
          call="departments.create"
          onYes={create}
          onDone={() => setAdding(false)}
        />
      )}
    </Page>
  )
}

/** The first, and how many more. */
function Pages({ pages }: { pages: readonly string[] }) {
  const [first, ...more] = pages
  if (first === undefined) return <span class="quiet">{words.pagesNone}</span>
  return (
    <span title={pages.join('\n')}>
      <code>{first}</code>
      {more.length > 0 && <span class="quiet"> {words.pagesMore(more.length)}</span>}
    </span>
  )
}

function DepartmentActions({ department }: { department: Department }) {
  const { id, name, members, openChats, pages } = department
  const { route } = useLocation()
  const [asking, setAsking] = useState<'rename' | 'pages' | 'delete' | null>(null)
  const close = () => setAsking(null)
  const put = (to: string) => api.departments.rename.mutate({ departmentId: id, name: to })
  const rename = (to: string) => attempt(() => put(to), { text: words.renamed(to), undo: () => put(name) })
  const putPages = (to: string[]) => api.departments.setPages.mutate({ departmentId: id, pages: to })
  const setPages = (to: string[]) =>
    attempt(() => putPages(to), { text: words.pagesSaved(name), undo: () => putPages(pages) })
  const remove = async () => {
    close()
    await attempt(
      () => api.departments.delete.mutate({ departmentId: id }),
      ({ kept }) => ({ text: words.deleted(name, kept) }),
    )
  }
  return (
    <>
      <Menu
        label={words.more(name)}
        align="end"
        items={[
          {
            id: 'people',
            label: words.people,
            icon: 'contacts',
            onSelect: () => route(`${paths.team}?department=${id}`),
          },
          {
            id: 'rename',
            label: words.rename,
            icon: 'edit',
            call: 'departments.rename',
            onSelect: () => setAsking('rename'),
          },
          {
            id: 'pages',
            label: words.pagesEdit,
            icon: 'tag',
            call: 'departments.setPages',
            onSelect: () => setAsking('pages'),
          },
          {
            id: 'delete',
            label: words.delete,
            icon: 'trash',
            danger: true,
            call: 'departments.delete',
            onSelect: () => setAsking('delete'),
          },
        ]}
        trigger={({ open, toggle }) => (
          <IconButton icon="more" label={words.more(name)} hasPopup="menu" expanded={open} onClick={toggle} />
        )}
      />
      {asking === 'rename' && (
        <NameDialog
          what={`department.${id}`}
          title={words.renameTitle(name)}
          name={name}
          yes={words.save}
          call="departments.rename"
          onYes={rename}
          onDone={close}
        />
      )}
      {asking === 'pages' && (
        <PagesDialog what={`pages.${id}`} name={name} pages={pages} onYes={setPages} onDone={close} />
      )}
      <Confirm
        open={asking === 'delete'}
        title={words.deleteTitle(name)}
        body={words.deleteBody(members.length, openChats)}
        yes={words.deleteYes}
        no={words.cancel}
        call="departments.delete"
        onYes={() => void remove()}
        onNo={close}
      />
    </>
  )
}
