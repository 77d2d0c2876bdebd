import { noReach, type Reach, reachOf, reachOfDepartments, wholeReach } from '@rolecall/permissions'
import * as fc from 'fast-check'

const free = {
  none: noReach,
  unrouted: reachOf({ chats: 'departments', unassigned: true }, []),
  any: reachOf({ chats: 'mine', unassigned: true }, []),
}

/** Every set of clauses there is with some of these departments, sums of several roles included. */
export const reaches = (departments: readonly string[]): fc.Arbitrary<Reach> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(wholeReach) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.subarray([...departments]), fc.constantFrom(...Object.values(free)))
        .map(([some, unassigned]) => reachOfDepartments(some).union(unassigned)),
    },
  )
