import { eventFrame, type Frame, frameOf, idFrame, silence } from './frame.ts'
import type { Hub, Reader } from './hub.ts'
import { type Earlier, pageSize, type Store } from './outbox.ts'
import type { Parcel } from './parcel.ts'
import type { Wire } from './wire.ts'

/** Where a stream gets its events: the hub for what comes, the store for what was. */
export interface Source {
  hub: Hub
  store: Store
  accountId: string
}

/** While a stream waits for the database, this many events may wait with it; more, and it has to start over. */
const waitingLimit = 5000

/**
 * A reader that keeps order while it waits: `see` may return a promise (rights are read again, an earlier page is
 * fetched), and what arrives meanwhile queues behind it. Members and visitors differ in what they see.
 */
export abstract class Stream implements Reader {
  protected readonly wire: Wire
  #waiting: (Parcel | number)[] | undefined
  #busy = false
  /** Everything up to here was delivered by other means. */
  #after = 0

  constructor(wire: Wire) {
    this.wire = wire
  }

  /** Only events of this chat concern the reader. */
  protected readonly chatId: string | undefined

  /**
   * Reads the rights that the stream starts with. Called once it hears the hub, so that no change of them is missed.
   * `behind`: there are earlier events to deliver first.
   */
  protected abstract enter(behind: boolean): Promise<void>

  /** Delivers one event of the past. */
  protected abstract seeEarlier(earlier: Earlier): void | Promise<void>

  /** Delivers one event, or nothing of it. A promise holds everything behind it; if it fails, the stream ends. */
  protected abstract see(parcel: Parcel): undefined | Promise<void>

  take(parcel: Parcel): void {
    if (parcel.row.id <= this.#after) return
    if (this.#busy) this.#wait(parcel)
    else this.#go(this.see(parcel))
  }

  lost(id: number): void {
    this.#after = 0
    if (this.#busy) this.#waiting = [id]
    else this.resync(id)
  }

  beat(id: number): void {
    this.wire.write(this.#busy || id < this.#after ? silence : beatAt(id))
  }

  end(): void {
    this.wire.end()
  }

  /** Hears the hub from now on, and first delivers what came after `after` (null: nothing that was). */
  start(source: Source, after: number | null): void {
    this.hold(async () => {
      const { hub, accountId } = source
      const joined = await hub.join(accountId, this)
      if (!this.wire.open) return hub.leave(accountId, this)
      await this.enter(after !== null && after < joined)
      if (after === null || after === joined) this.#startAfter(joined)
      else if (after < joined) await this.#catchUp(source, after, joined)
      else await this.#startAhead(source, after, joined)
    })
  }

  /** Holds the stream until `work` is done. false: it is held already, and this was not begun. */
  protected hold(work: () => Promise<void>): boolean {
    if (this.#busy) return false
    this.#go(work())
    return true
  }

  /** The stream goes on after `id`. */
  #startAfter(id: number): void {
    this.#after = id
    this.tellAfter(id)
  }

  /** Says what to resume after. */
  protected tellAfter(id: number): void {
    this.wire.write(idFrame(id))
  }

  /** The reader knows of an event that this process has not heard of yet; or of one that never was. */
  async #startAhead({ hub, store, accountId }: Source, after: number, joined: number): Promise<void> {
    if (after > (await store.now(accountId))) return this.resync(joined)
    this.#startAfter(after)
    hub.wake(accountId, after)
  }

  async #catchUp({ store, accountId }: Source, after: number, upTo: number): Promise<void> {
    for (let at = after; at < upTo && this.wire.open; ) {
      const page = await store.earlier(accountId, { after: at, upTo, chatId: this.chatId })
      // Ids are dense: where the next one is missing, it is no longer kept.
      if (page[0]?.row.id !== at + 1) return this.resync(upTo)
      for (const earlier of page) await this.seeEarlier(earlier)
      at = page.length < pageSize ? upTo : (page.at(-1)?.row.id ?? upTo)
      await this.wire.room()
    }
    this.#startAfter(upTo)
  }

  protected resync(id: number): void {
    this.wire.write(eventFrame(id, { type: 'resync' }))
  }

  #wait(parcel: Parcel): void {
    this.#waiting ??= []
    if (this.#waiting.push(parcel) > waitingLimit) this.wire.cut()
  }

  #go(work: undefined | Promise<void>): void {
    if (!work) return
    this.#busy = true
    work.then(
      () => this.#resume(),
      () => this.wire.end(),
    )
  }

  #resume(): void {
    this.#busy = false
    const waiting = this.#waiting
    this.#waiting = undefined
    if (!waiting) return
    for (const [index, next] of waiting.entries()) {
      if (typeof next === 'number') this.resync(next)
      else this.take(next)
      if (!this.#busy) continue
      // It holds again: the rest waits on.
      this.#waiting = [...waiting.slice(index + 1), ...(this.#waiting ?? [])]
      return
    }
  }
}

let last: { id: number; frame: Frame } = { id: -1, frame: silence }

/** A comment, and the id to resume after, so that a reader who sees little does not fall behind what is kept. */
function beatAt(id: number): Frame {
  if (last.id !== id) last = { id, frame: frameOf(`:\nid: ${id}\n\n`) }
  return last.frame
}
