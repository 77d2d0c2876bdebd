import { Refused } from '../refuse/errors.ts'
import { type Allowances, dear, dearAtOnce, type Payer } from '../work/allowances.ts'
import { Buckets } from '../work/buckets.ts'
import { NoSlot, Slots } from '../work/slots.ts'
import type { Credential } from './actor.ts'
import { type Context, house } from './context.ts'

/** What a call costs: so much, or so much where its input has a field of that name (and one where it has none). */
export type Cost = number | Readonly<Record<string, number>>

export function unitsOf(cost: Cost, input: unknown): number {
  if (typeof cost === 'number') return cost
  if (typeof input !== 'object' || input === null) return 1
  const asked = Object.keys(cost).filter((field) => (input as Record<string, unknown>)[field])
  return Math.max(1, ...asked.map((field) => cost[field] ?? 1))
}

interface Who {
  accountId: string
  memberId?: string
}

/** Who pays, and out of which bucket. */
type Bill = readonly (readonly [payer: Payer, whose: string])[]

const patienceMs = 3000
const longestQueue = 100
/** Of these it is remembered whose they are; then all over again. */
const mostKnown = 50_000

/** Counts calls for whoever makes them, before anything is read for them, and lets few dear ones run at once. */
export class Meter {
  readonly #buckets: Readonly<Record<Payer, Buckets>>
  readonly #slots = new Slots(atOnce, longestQueue, patienceMs)
  readonly #known = new Map<string, Who>()

  constructor(allowances: Allowances, now?: () => number) {
    const made = Object.entries(allowances).map(([payer, allowance]) => [payer, new Buckets(allowance, now)])
    this.#buckets = Object.fromEntries(made)
  }

  /** Whose a session, token or key turned out to be: it is counted for them from now on. */
  know(credential: Credential, { accountId, memberId }: Who): void {
    if (credential.kind === 'none') return
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(nameOf(credential), memberId === undefined ? { accountId } : { accountId, memberId })
  }

  /** @throws {Refused} where somebody has nothing left, and then nobody pays */
  async run<T>(ctx: Context, open: boolean, units: number, run: () => Promise<T>): Promise<T> {
    const bill = open ? ([['address', ctx.ip]] as const) : this.#billOf(ctx)
    this.#charge(ctx, bill, units)
    if (units < dear) return await run()
    const keys = bill.map(([payer, whose]) => `${payer} ${whose}`)
    try {
      return await this.#slots.run([...keys, 'all'], run)
    } catch (error) {
      if (!(error instanceof NoSlot)) throw error
      throw new Refused(
        'TOO_MANY',
        'Much is being read already. Wait for what you have asked for, then try again.',
        {},
        2,
      )
    }
  }

  #charge(ctx: Context, bill: Bill, units: number): void {
    for (const [payer, whose] of bill) {
      const { wait } = this.#buckets[payer].level(whose, units)
      if (wait === 0) continue
      ctx.rate = this.#rateOf(payer, whose)
      const when = wait > 1 ? `${wait} seconds` : 'a second'
      throw new Refused('TOO_MANY', `That was too much at once. Wait ${when} and try again.`, {}, wait)
    }
    for (const [payer, whose] of bill) this.#buckets[payer].take(whose, units)
    const [payer, whose] = bill[0] ?? []
    if (payer === 'token' && whose !== undefined) ctx.rate = this.#rateOf(payer, whose)
  }

  #rateOf(payer: Payer, whose: string): NonNullable<Context['rate']> {
    const bucket = this.#buckets[payer]
    const { left } = bucket.level(whose)
    return { payer, quota: bucket.allowance.burst, seconds: Math.ceil(bucket.seconds), left }
  }

  // A key that nobody has been known by may have been made up, with any account in front: the address pays for it then.
  #billOf({ credential, ip }: Context): Bill {
    if (credential.kind === 'none') return [['address', ip]]
    const who = this.#known.get(nameOf(credential))
    const own = credential.kind === 'session' ? [] : ([[credential.kind, credential.hash]] as const)
    if (!who) return credential.kind === 'session' ? [['member', credential.token]] : [...own, ['address', ip]]
    const member = who.memberId === undefined ? [] : ([['member', who.memberId]] as const)
    return [...own, ...member, ['account', who.accountId]]
  }
}

const nameOf = (credential: Exclude<Credential, { kind: 'none' }>): string =>
  credential.kind === 'session' ? credential.token : credential.hash

const atOnce = (key: string): number => {
  if (key === 'all') return dearAtOnce.all
  return key.startsWith('account ') ? dearAtOnce.account : dearAtOnce.whose
}

interface Metered {
  ctx: Context
  /** The door's name. */
  path: string
  units: number
  /** For anybody, whoever else they say they are. */
  open?: boolean
}

/** Runs a call within what its caller is allowed, and what its door can do at this moment. Every call goes through here. */
export function metered<T>({ ctx, path, units, open = false }: Metered, run: () => Promise<T>): Promise<T> {
  const { meter, fuse } = ctx[house]
  const tried = () => fuse.run(path, run)
  return meter ? meter.run(ctx, open, units, tried) : tried()
}
