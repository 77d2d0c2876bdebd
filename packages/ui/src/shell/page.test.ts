import { afterEach, expect, test } from 'vitest'
import { session } from '../session/session.ts'
import { sessionWith } from '../testing/session.ts'
import { entriesOf, type PageOf, screensOf } from './page.ts'

afterEach(() => {
  session.value = null
})
const load = async () => () => null
const pages: PageOf[] = [
  {
    path: '/a/team',
    call: 'team.members',
    permission: 'team.view',
    load,
    nav: { label: 'Team', icon: 'contacts', key: 't', group: 'all' },
    within: [{ path: '/a/team/member', params: '/:memberId', call: 'team.member', permission: 'team.view', load }],
  },
  { path: '/a/hidden', call: 'team.members', permission: 'team.view', load },
]

test('the navigation has the pages that say how they look there, for who may call them', () => {
  expect(entriesOf(pages)).toEqual([])
  session.value = sessionWith(['team.members'])
  expect(entriesOf(pages)).toMatchObject([{ id: 'team', path: '/a/team', label: 'Team', key: 't', group: 'all' }])
})

test('every address is a screen, those below a page too', () => {
  expect(screensOf(pages).map(({ path }) => path)).toEqual(['/a/team', '/a/team/member', '/a/hidden'])
})
