import { LocationProvider } from 'preact-iso'
import { render } from 'preact-render-to-string'
import { afterEach, expect, test, vi } from 'vitest'
import { session } from '../session/session.ts'
import { sessionWith } from '../testing/session.ts'
import { AvatarStack } from './avatar-stack.tsx'
import { CopyField } from './copy-field.tsx'
import { Notice } from './notice.tsx'
import { RiskBadge } from './risk-badge.tsx'
import { SearchField } from './search-field.tsx'
import { Segmented } from './segmented.tsx'
import { TabLinks } from './tab-links.tsx'
import { Table, type TableColumn } from './table.tsx'
import { Tick } from './tick.tsx'
import { When } from './when.tsx'

const nothing = () => {}
afterEach(() => {
  session.value = null
  vi.unstubAllGlobals()
})

test('a table keeps its meaning as cards: roles are said, and each cell knows its column', () => {
  const columns: TableColumn<{ id: string; name: string; role: string }>[] = [
    { id: 'name', label: 'Name', cell: (row) => row.name },
    { id: 'role', label: 'Role', cell: (row) => row.role },
    { id: 'more', label: 'More', hideLabel: true, cell: () => <button type="button">…</button> },
  ]
  const rows = [{ id: '1', name: 'Ana', role: 'Agent' }]
  const html = render(
    <Table label="Members" columns={columns} rows={rows} keyOf={(row) => row.id} href={(row) => `/m/${row.id}`} />,
  )
  expect(html).toContain('role="table" aria-label="Members"')
  expect(html).toMatch(/<th scope="row" role="rowheader"><a class="table-link" href="\/m\/1">Ana<\/a>/)
  expect(html).toContain('<td role="cell" data-label="Role">Agent</td>')
  expect(html).toContain('<td role="cell"><button')
  expect(html.match(/role="columnheader"/g)).toHaveLength(3)
})

test('a tick that may not be changed stays in reach and says why', () => {
  const html = render(
    <Tick label="Delete chats" description="For good." checked notNow="You do not hold it." onChange={nothing} />,
  )
  const id = html.match(/<input id="([^"]+)"/)?.[1]
  expect(html).toContain(`for="${id}"`)
  expect(html).toContain(`aria-describedby="${id}-more ${id}-why"`)
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toContain(' disabled')
  expect(html).toContain('You do not hold it.')
  expect(render(<Tick label="x" checked="mixed" onChange={nothing} />)).not.toContain(' checked')
})

test('one of a few: radio buttons of one name, in a group that has one', () => {
  const options = [
    { value: 'all', label: 'All' },
    { value: 'mine', label: 'Mine', notNow: 'Not with this role' },
  ] as const
  const html = render(<Segmented label="Chats" value="all" options={options} onChange={nothing} />)
  expect(html).toContain('<legend>Chats</legend>')
  expect(new Set(html.match(/ name="[^"]+"/g)).size).toBe(1)
  expect(html.match(/ checked/g)).toHaveLength(1)
  expect(html).toContain('data-tip="Not with this role"')
})

test('a search can be emptied only while something is in it', () => {
  const at = (value: string) =>
    render(<SearchField label="Find a member" value={value} clearLabel="Clear" onInput={nothing} />)
  expect(at('')).not.toContain('aria-label="Clear"')
  expect(at('ana')).toContain('aria-label="Clear"')
  expect(at('')).toContain('aria-label="Find a member"')
})

test('a stack of faces is read out as names, and says how many more', () => {
  const people = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva'].map((name) => ({ id: name, name }))
  const html = render(<AvatarStack people={people} total={12} most={3} />)
  expect(html).toContain('aria-label="Ana, Ben, Cleo, +9"')
  expect(html).toContain('data-initials="+9"')
  expect(render(<AvatarStack people={[]} />)).toBe('')
})

test('bad news is announced, a remark is not', () => {
  expect(render(<Notice tone="bad">No.</Notice>)).toContain('role="alert"')
  expect(render(<Notice>By the way.</Notice>)).not.toContain('role=')
})

test('a value to copy has its label and cannot be typed over', () => {
  const html = render(<CopyField label="Link" value="https://chat.example" hint="Shown once." />)
  const id = html.match(/<input id="([^"]+)"/)?.[1]
  expect(html).toContain(`<label for="${id}">Link`)
  expect(html).toContain('readonly')
  expect(html).toContain(`aria-describedby="${id}-hint"`)
})

test('a risk is said in words, a time exactly', () => {
  expect(render(<RiskBadge risk="high" />)).toContain('High risk')
  expect(render(<When iso="2020-01-02T10:00:00Z" />)).toMatch(
    /<time class="when" datetime="2020-01-02T10:00:00Z" title="[^"]*2020/,
  )
})

test('tabs that are links: only those one may open, the one of this page is current, one alone is none', () => {
  vi.stubGlobal('location', {
    href: 'http://x/settings/team',
    pathname: '/settings/team',
    search: '',
    origin: 'http://x',
  })
  const tabs = [
    { path: '/settings/team', label: 'Members', call: 'team.members' },
    { path: '/settings/roles', label: 'Roles', call: 'roles.list' },
  ] as const
  const html = () =>
    render(
      <LocationProvider>
        <TabLinks label="Team" tabs={tabs} />
      </LocationProvider>,
    )
  session.value = sessionWith(['team.members', 'roles.list'])
  expect(html()).toMatch(/href="\/settings\/team" aria-current="page"/)
  expect(html().match(/aria-current/g)).toHaveLength(1)
  session.value = sessionWith(['team.members'])
  expect(html()).toBe('')
})
