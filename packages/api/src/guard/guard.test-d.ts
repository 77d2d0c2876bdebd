// What must not compile. Checked by tsc: an unused @ts-expect-error is an error.

import { catalogue, defineSection, extend, wholeReach } from '@rolecall/permissions'
import type { AnyoneContext, MemberContext } from './context.ts'
import type { Callers } from './door.ts'
import { guard, guardFor, type Scope } from './guard.ts'

type Trpc = typeof import('./trpc.ts')

// No procedure without a declaration: trpc.ts has none to give, and the guard's makers all need one.
// @ts-expect-error there is no bare procedure
export type Bare = Trpc['procedure']
// @ts-expect-error nor a way to make one
export type Maker = Trpc['declare']
// @ts-expect-error a permission has to be named
guard.may()
// @ts-expect-error open to anyone, but it does not say why
guard.anyone()

// Only permissions that exist.
// @ts-expect-error no such permission
guard.may('inbox.fly')
// @ts-expect-error a pair of a section and an action that does not exist
guard.may('reports.delete')
// @ts-expect-error another spelling
guard.may('Inbox.View')

// A declaration cannot be made by hand, nor changed afterwards.
// @ts-expect-error not made by the guard
const callers: Callers = { kind: 'member' }
// @ts-expect-error not made by the guard
guard.member().meta({ callers: { kind: 'anyone', because: 'I say so' } })

// Nor can a scope.
// @ts-expect-error not made by the guard
const scope: Scope = {
  accountId: '',
  memberId: '',
  reach: wholeReach,
  details: true,
  contacts: true,
}
guard.may('inbox.view').query(({ ctx }) => {
  // @ts-expect-error a scope cannot be widened
  ctx.scope.reach = wholeReach
  // @ts-expect-error nor copied with something changed
  const wider: Scope = { ...ctx.scope, reach: wholeReach } // oxlint-disable-line typescript/no-misused-spread
  // @ts-expect-error the credential stays outside
  return [wider, ctx.credential.kind]
})

// A visitor has no scope, and a stranger no actor.
guard.visitor().query(({ ctx }) => {
  // @ts-expect-error visitors have no scope
  return ctx.scope
})
guard.anyone('is a test').query(({ ctx }) => {
  // @ts-expect-error nobody is known here
  return ctx.actor
})

// A sibling's guard knows its own permissions and ours, and no others.
const crm = defineSection('crm', {
  label: 'Deals',
  describes: 'Deals',
  actions: { view: { label: 'See deals', describes: 'Opens the list', risk: 'low' } },
})
const wider = guardFor(extend(catalogue, crm))
wider.may('crm.view')
wider.may('inbox.view')
// @ts-expect-error not in the section
wider.may('crm.edit')
// @ts-expect-error ours does not know it
guard.may('crm.view')
// @ts-expect-error nor as a route
guard.route('crm.report', 'crm.view', 'GET /deals.csv', async () => {})
// @ts-expect-error an address has a method
guard.route('x', 'inbox.view', '/x.csv', async () => {})

export type { AnyoneContext, callers, MemberContext, scope }
