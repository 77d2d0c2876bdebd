import { Refused } from '../refuse/errors.ts'
import { type Allowances, atOnce, dear, dearAtOnce, type Payer } from '../work/allowances.ts'
import { Buckets } from '../work/buckets.ts'
import { network } from '../work/limits.ts'
import { NoSlot, Slots } from '../work/slots.ts'
import type { Credential } from './actor.ts'

interface Who {
  accountId: string
  memberId?: string
}

/** A request, as far as it is counted. `rate`: what is left, where the answer says so. */
interface Asking {
  ip: string
  credential: Credential
  rate?: { payer: string; quota: number; seconds: number; left: number }
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
  readonly #own = new Slots(ofOneCaller, longestQueue, patienceMs)
  readonly #dear = new Slots(ofDear, longestQueue, patienceMs)
  readonly #known = new Map<string, Who>()

  constructor(allowances: Allowances, now?: () => number) {
    const made = Object.entries(allowances).map(([payer, allowance]) => [payer, new Buckets(allowance, now)])
    this.#buckets = Object.fromEntries(made)
  }

  /** Whose a session, token or key turned out to be: it is counted for them from now on. */
  know(credential: Credential, { accountId, memberId }: Who): void {
    if (credential.kind === 'none') return
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(credential.hash, memberId === undefined ? { accountId } : { accountId, memberId })
  }

  /** @throws {Refused} where somebody has nothing left, and then nobody pays */
  async run<T>(ctx: Asking, open: boolean, units: number, run: () => Promise<T>): Promise<T> {
    const bill = open ? ([['address', network(ctx.ip)]] as const) : this.#billOf(ctx)
    this.#charge(ctx, bill, units)
    const keys = bill.map(([payer, whose]) => `${payer} ${whose}`)
    const [own = ''] = keys
    try {
      // One's own come first: whoever waits for those takes no place that others wait for.
      return await this.#own.run([own], () => (units < dear ? run() : this.#dear.run([...keys, 'all'], run)))
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

  #charge(ctx: Asking, bill: Bill, units: number): void {
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

  #rateOf(payer: Payer, whose: string): NonNullable<Asking['rate']> {
    const bucket = this.#buckets[payer]
    const { left } = bucket.level(whose)
    return { payer, quota: bucket.allowance.burst, seconds: Math.ceil(bucket.seconds), left }
  }

  // A key that nobody has been known by may have been made up, with any account in front: the address pays for it then.
  #billOf({ credential, ip }: Asking): Bill {
    const address = ['address', network(ip)] as const
    if (credential.kind === 'none') return [address]
    const who = this.#known.get(credential.hash)
    const own = credential.kind === 'session' ? [] : ([[credential.kind, credential.hash]] as const)
    if (!who) return credential.kind === 'session' ? [['member', credential.hash]] : [...own, address]
    const member = who.memberId === undefined ? [] : ([['member', who.memberId]] as const)
    return [...own, ...member, ['account', who.accountId]]
  }
}

const ofOneCaller = (key: string): number => atOnce[key.slice(0, key.indexOf(' ')) as keyof typeof atOnce]

const ofDear = (key: string): number => {
  if (key === 'all') return dearAtOnce.all
  return key.startsWith('account ') ? dearAtOnce.account : dearAtOnce.whose
}
