// What must compile and what must not. tsc reads this file; nothing runs it.
import { type Bits, bitOf } from './bits.ts'
import { decide } from './decide.ts'
import { defaultRoles } from './default-roles.ts'
import { allGrants, type Grants, grantsOf, has, holds, noGrants, union } from './grants.ts'
import { parsePermission } from './parse.ts'
import { wholeReach } from './reach.ts'

// Only this package makes grants.
// @ts-expect-error two numbers are not grants
export const forged: Grants = { low: -1, high: -1, bits: allGrants.bits, toJSON: () => [] }
// @ts-expect-error nor a list of names
export const named: Grants = ['inbox.view']

// @ts-expect-error they never change
noGrants.low = 1
// @ts-expect-error neither do the default roles
defaultRoles.Agent = allGrants
// @ts-expect-error there are four
export const owner = defaultRoles.Owner

// @ts-expect-error another spelling is another word
has(allGrants, 'Inbox.View')
// @ts-expect-error a pair that does not exist
grantsOf(['inbox.export'])
// @ts-expect-error grants go in, not names
union(allGrants, ['inbox.view'])

// A bit of a catalogue is no bit of another one.
holds(allGrants, bitOf('inbox.view'))
declare const crm: Bits<'crm.view'>
// @ts-expect-error a name is not a bit
holds(allGrants, 'inbox.view')
// @ts-expect-error nor are two words
holds(allGrants, { name: 'inbox.view', low: -1, high: -1, home: allGrants.bits })
// @ts-expect-error a permission that does not exist has none
bitOf('inbox.fly')
// @ts-expect-error nor has another catalogue's
holds(allGrants, bitOf('crm.view', crm))

// What came from outside is parsed first …
declare const said: string
// @ts-expect-error any string
has(allGrants, said)
const parsed = parsePermission(said)
if (parsed !== null) has(allGrants, parsed)
// … except where the answer can say that it is unknown.
decide({ grants: allGrants, role: 'Administrator', reach: wholeReach }, said)

// @ts-expect-error a reach is made of a scope and departments, it is not written down
decide({ grants: allGrants, role: 'x', reach: { all: true, departments: new Set(), unassigned: 'any' } }, said)

const decision = decide({ grants: allGrants, role: 'x', reach: wholeReach }, said)
// @ts-expect-error a refusal reaches nothing
export const reach = decision.reach
export const answer: boolean | string = decision.allowed ? decision.reach.all : decision.missing
