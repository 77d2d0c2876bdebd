import { type Database, teamTurn } from '@rolecall/db'
import { ZodError } from 'zod'
import type { House } from './guard/context.ts'
import type { AnyOrder, OperatorContext } from './guard/order.ts'
import { refuse } from './refuse/errors.ts'
import { loginsOf } from './rows/login.ts'
import { membershipsOf } from './rows/membership.ts'
import { record } from './work/history.ts'
import { enter, transact } from './work/transact.ts'

const author = { id: null, name: 'Operator' } as const

/** Carries out an order, by its name, in the account in which this person is an active member. */
export type Obey = (verb: string, email: string, input: unknown) => Promise<unknown>

/** What whoever runs the server may do, from the command line: above roles, but in the audit log like everybody. */
export function createObey(house: House, orders: Readonly<Record<string, AnyOrder>>): Obey {
  return async (verb, email, given) => {
    const order = Object.hasOwn(orders, verb) ? orders[verb] : undefined
    if (!order) return refuse('INVALID_INPUT', 'There is no such order.')
    const input = readBy(order, given)
    const { accountId, memberId, userId } = await memberOf(house.database, email)
    return transact(house, 'operator', async (work) => {
      await enter(work, accountId)
      await teamTurn(work.tx, accountId)
      const ctx: OperatorContext = {
        tx: work.tx,
        accountId,
        memberId,
        email,
        author,
        catalogue: house.catalogue,
        passwordLink: () => house.passwordLink(work.tx, userId),
        emit: (...events) => void work.events.push(...events),
        audit: (sentence, subject, detail, things = {}) =>
          record(work.tx, accountId, { actor: { kind: 'operator', ...author }, sentence, subject, detail, things }),
      }
      return order.run(ctx, input as never)
    })
  }
}

function readBy(order: AnyOrder, given: unknown): unknown {
  try {
    return order.read(given)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    return refuse('INVALID_INPUT', 'This is not what the order takes.')
  }
}

/** The one account in which somebody with this address is an active member. */
async function memberOf(
  database: Database,
  email: string,
): Promise<{ accountId: string; memberId: string; userId: string }> {
  const memberships = []
  for (const { id: userId } of await loginsOf(database.db, email))
    for (const membership of await membershipsOf(database, userId)) memberships.push({ ...membership, userId })
  const [membership, ...more] = memberships
  if (!membership) return refuse('NOT_FOUND', `Nobody on the team has the email ${email}.`)
  if (more.length > 0) refuse('CONFLICT', `${email} is on the team of several accounts; this works for one.`)
  return membership
}
