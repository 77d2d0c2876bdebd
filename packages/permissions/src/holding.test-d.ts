// What must compile and what must not. tsc reads this file; nothing runs it.
import { allGrants, grantsOf } from './grants.ts'
import { type Holding, holdingOf } from './holding.ts'
import { type Reach, reachOfDepartments, wholeReach } from './reach.ts'
import { lacking, rules } from './rules.ts'

declare const role: Parameters<typeof holdingOf>[0]
const { now, lasting } = holdingOf(role)

// Only holding.ts makes holdings.
// @ts-expect-error two of its parts are none
export const parts: Holding = { grants: allGrants, reach: wholeReach }
type Public<T> = { [K in keyof T as K extends string ? K : never]: T[K] }
declare const alike: Public<Holding>
// @ts-expect-error nor what only looks like one
export const forged: Holding = alike
// @ts-expect-error it never changes
now.grants = allGrants
// @ts-expect-error nor do the two
holdingOf(role).now = lasting

// And reach.ts alone makes reaches.
// @ts-expect-error clauses are none
export const written: Reach = { all: true, departments: new Set(), unassigned: 'any' }
declare const shape: Public<Reach>
// @ts-expect-error nor what only looks like one
export const shaped: Reach = shape
// @ts-expect-error nothing is added to it
wholeReach.departments.add('sales')

// A rule is asked what it is about.
const change = { before: holdingOf(role), after: holdingOf(role), active: true }
rules.give(change)
// @ts-expect-error what is held now is not all of it
rules.give({ ...change, before: now })
// @ts-expect-error whether they are active decides
rules.setRole({ before: change.before, after: change.after })
// @ts-expect-error what is added is asked about
rules.setDepartments(change)
// @ts-expect-error an invitation has departments, be they none
rules.invite({ role: now })
// @ts-expect-error a role by itself, not in somebody's hands
rules.saveRole([holdingOf(role)])
// @ts-expect-error there is no such act
rules.promote(change)
// @ts-expect-error departments are a reach, not names
rules.invite({ role: now, departments: ['sales'] })
rules.invite({ role: now, departments: reachOfDepartments(['sales']) })

// @ts-expect-error only what is held for good, or now, is compared
lacking(holdingOf(role), rules.give(change))
lacking(lasting, rules.give(change))
// @ts-expect-error a token is grants
lasting.within(['inbox.view'])
lasting.within(grantsOf(['inbox.view']))
