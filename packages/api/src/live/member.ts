import { has } from '@rolecall/permissions'
import type { LiveEvent } from '@rolecall/protocol'
import type { Actor } from '../guard/actor.ts'
import type { MemberContext } from '../guard/context.ts'
import type { MemberVisit } from '../guard/route.ts'
import { visibleContacts } from '../guard/visible.ts'
import { Refused } from '../refuse/errors.ts'
import { readSession } from '../rows/session.ts'
import type { Sightings } from '../work/sightings.ts'
import { eventFrame, frameOf } from './frame.ts'
import type { Earlier } from './outbox.ts'
import { Parcel } from './parcel.ts'
import type { OutboxRow } from './row.ts'
import { sightOf, type Viewer } from './sight.ts'
import { Stream } from './stream.ts'
import type { Wire } from './wire.ts'

/** Heartbeats between two looks at the session, which may have run out. A change that is told of is seen at once. */
const beatsPerLook = 4
const dayMs = 86_400_000

export function viewerOf(actor: Actor, news: MemberContext['news']): Viewer {
  const may = (permission: string) =>
    has<string>(actor.now.grants, permission) && (actor.token === null || has<string>(actor.token, permission))
  return {
    memberId: actor.memberId,
    reach: actor.now.reach,
    inbox: may('inbox.view'),
    contacts: may('contacts.view'),
    news: [...news].filter(([, any]) => any === null || any.some(may)).map(([kind]) => kind),
  }
}

/** A member's stream: carries what their role lets them see at this moment, and ends with their session. */
export class MemberStream extends Stream {
  readonly #open: MemberVisit['open']
  readonly #ends: MemberVisit['ends']
  readonly #sightings: Pick<Sightings, 'member'>
  #clock: NodeJS.Timeout | undefined
  /** Who is there for visitors: a person, by their own session, who may answer them. */
  #there: Pick<Actor, 'accountId' | 'memberId'> | null = null
  #viewer: Viewer | undefined
  #beats = Math.floor(Math.random() * beatsPerLook)

  /** `open` reads the member's rights anew each time. */
  constructor(wire: Wire, open: MemberVisit['open'], ends: MemberVisit['ends'], sightings: Pick<Sightings, 'member'>) {
    super(wire)
    this.#sightings = sightings
    this.#open = open
    this.#ends = ends
    wire.onClose(() => clearTimeout(this.#clock))
  }

  protected async enter(): Promise<void> {
    await this.#read()
    await this.#wind()
  }

  async #read(): Promise<void> {
    await this.#open(async (ctx) => this.#become(ctx))
  }

  #become({ actor, news }: Pick<MemberContext, 'actor' | 'news'>): void {
    this.#viewer = viewerOf(actor, news)
    this.#there = actor.token === null && has<string>(actor.now.grants, 'inbox.reply') ? actor : null
    this.#tellThere()
  }

  #tellThere(): void {
    if (this.#there) this.#sightings.member(this.#there.accountId, this.#there.memberId)
  }

  protected see(parcel: Parcel): undefined | Promise<void> {
    const { row } = parcel
    switch (this.#viewer && sightOf(this.#viewer, row)) {
      case 'whole':
        this.wire.write(parcel.whole())
        return
      case 'gone':
        this.wire.write(parcel.gone())
        return
      case 'session':
        return this.#changed(row.id)
      case 'ask':
        return this.#ask(row)
      default:
        return
    }
  }

  protected async seeEarlier({ row, now }: Earlier): Promise<void> {
    switch (this.#viewer && sightOf(this.#viewer, row, now)) {
      case 'whole':
        return this.wire.write(eventFrame(row.id, row.data as LiveEvent))
      case 'gone':
        return this.wire.write(new Parcel(row).gone())
      case 'session':
        return this.wire.write(eventFrame(row.id, changed))
      case 'ask':
        return this.#ask(row)
      default:
        return
    }
  }

  override beat(id: number): void {
    super.beat(id)
    this.#tellThere()
    if (++this.#beats % beatsPerLook === 0) this.hold(() => this.#look(id))
  }

  /** Rights were changed: nothing further leaves under the old ones, and the page is told the new ones. */
  async #changed(id: number): Promise<void> {
    let told = changed
    try {
      told = await this.#open(async (ctx) => {
        this.#become(ctx)
        return { type: 'session', session: await readSession(ctx) }
      })
    } finally {
      this.wire.write(eventFrame(id, told))
    }
  }

  /** Nobody said that rights changed, but time passes: sessions and tokens run out. */
  async #look(id: number): Promise<void> {
    const before = JSON.stringify(this.#viewer)
    try {
      await this.#read()
    } catch (error) {
      // Without a database there is nothing to deliver either; it is asked again.
      if (!(error instanceof Refused)) return
      this.wire.write(eventFrame(id, changed))
      throw error
    }
    if (JSON.stringify(this.#viewer) !== before) this.wire.write(eventFrame(id, changed))
  }

  /** The moment is known at which the session, token or preview ends, and the stream with it. */
  async #wind(): Promise<void> {
    const end = await this.#ends()
    if (end && this.wire.open) this.#ring(end.getTime() - Date.now())
  }

  #ring(ms: number): void {
    // The database's clock decides, and may be a little behind ours. A timer holds no more than 24 days.
    const wait = Math.min(Math.max(ms, 250), dayMs)
    this.#clock = setTimeout(() => {
      if (this.wire.open && !this.hold(() => this.#over())) this.#ring(250)
    }, wait)
    this.#clock.unref()
  }

  async #over(): Promise<void> {
    try {
      await this.enter()
    } catch (error) {
      if (!(error instanceof Refused)) return this.#ring(1000)
      this.wire.write(frameOf(`data: ${JSON.stringify(changed)}\n\n`))
      throw error
    }
  }

  async #ask(row: OutboxRow): Promise<void> {
    const { contactId } = row.data as LiveEvent & { type: 'contact' }
    const seen = await this.#open(({ tx, scope }) =>
      visibleContacts(tx, scope).where('contact.id', '=', contactId).select('contact.id').executeTakeFirst(),
    )
    if (seen) this.wire.write(eventFrame(row.id, row.data as LiveEvent))
  }
}

/** Without the session: whoever reads it may find that it has ended. */
const changed: LiveEvent = { type: 'session' }
