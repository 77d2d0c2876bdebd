import { defineSection, type Permission } from '@rolecall/permissions'
import { expectTypeOf, test } from 'vitest'
import { contacts } from './contacts/feature.ts'
import type { CallsOf, NewsOf, OperatorOf, PermissionsOf, RouterOf } from './derive.ts'
import type { features } from './features.ts'
import { feature } from './guard/feature.ts'
import { guard } from './guard/guard.ts'
import { router } from './guard/trpc.ts'
import { switches } from './switches/feature.ts'
import { says } from './switches/says.ts'
import { sentences } from './work/history.ts'

test('the derived router is the one that would be written by hand', () => {
  const byHand = router({ switches: switches.router, contacts: contacts.router })
  expectTypeOf<RouterOf<readonly [typeof switches, typeof contacts]>>().toEqualTypeOf<typeof byHand>()
  // Not by being anything at all.
  expectTypeOf<RouterOf<readonly [typeof switches]>>().not.toEqualTypeOf<typeof byHand>()
  expectTypeOf<RouterOf<typeof features>>().not.toBeAny()
})

test('an entry of the history keeps what its sentence tells, and nothing else', () => {
  guard.member().mutation(async ({ ctx: { audit } }) => {
    const subject = { kind: 'account', id: null }
    await audit(says.setWidget, subject, { widgetShown: true })
    // @ts-expect-error the key that the false sentence came of
    await audit(says.setWidget, subject, { widget_shown: true })
    // @ts-expect-error the detail of another sentence
    await audit(says.setWidget, subject, { online: true })
    // @ts-expect-error more than is told
    await audit(says.setWidget, subject, { widgetShown: true, by: 'Ana' })
    // @ts-expect-error a name is no sentence
    await audit('switches.setWidget', subject, { widgetShown: true })
    const { done } = sentences('x', { done: () => 'Did it' })
    await audit(done, subject, {})
    // @ts-expect-error a sentence that looks at nothing keeps nothing
    await audit(done, subject, { secret: 'x' })
  })
})

test('news are told to those who hold a permission that there is', () => {
  feature('x', { news: guard.news({ y: ['team.view'] }) })
  // @ts-expect-error no such permission
  guard.news({ y: ['team.fly'] })
  expectTypeOf<'roles'>().toExtend<NewsOf<typeof features>>()
  // @ts-expect-error no such kind
  expectTypeOf<'rolls'>().toExtend<NewsOf<typeof features>>()
})

test('every call has a name, procedures and routes alike', () => {
  expectTypeOf<CallsOf<readonly [typeof switches, typeof contacts]>>().toEqualTypeOf<
    | 'switches.setOnline'
    | 'switches.setWidget'
    | 'contacts.list'
    | 'contacts.get'
    | 'contacts.edit'
    | 'contacts.delete'
    | 'contacts.export'
  >()
})

test('an order is a call with its own input and answer', () => {
  type Orders = OperatorOf<typeof features>
  expectTypeOf<Orders['setRole']>().toEqualTypeOf<
    (email: string, input: { role: string }) => Promise<{ from: string; to: string }>
  >()
})

test('a section that a feature brings adds to the permissions', () => {
  const view = { label: 'See', describes: 'Shows', risk: 'low' } as const
  const crm = feature('crm', { section: defineSection('crm', { label: 'x', describes: 'x', actions: { view } }) })
  expectTypeOf<PermissionsOf<readonly [typeof switches, typeof crm]>>().toEqualTypeOf<Permission | 'crm.view'>()
  expectTypeOf<PermissionsOf<readonly [typeof switches]>>().toEqualTypeOf<Permission>()
})
