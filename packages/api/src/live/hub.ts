import { Parcel } from './parcel.ts'
import type { OutboxRow } from './row.ts'

/** Where the hub reads when memory does not suffice. */
export interface Outbox {
  /** Id of the account's newest event. */
  now(accountId: string): Promise<number>
  /** Rows with `id > after`, ascending, at most `limit`. */
  read(accountId: string, after: number, limit: number): Promise<OutboxRow[]>
}

/** One open stream. The hub calls `take` once for each event of the account, in order, none left out. */
export interface Reader {
  take(parcel: Parcel): void
  /** Events up to and including `id` are lost to this reader: it has to read everything again. */
  lost(id: number): void
  /** Nothing happened; all up to `id` was delivered. */
  beat(id: number): void
  end(): void
}

/** The readers of one account in this process. */
interface Room {
  accountId: string
  readers: Set<Reader>
  /** All readers have been handed everything up to here. */
  delivered: number
  /** The newest event we were told of. */
  heard: number
  /** There is one read of the outbox at a time. */
  reading: boolean
  ready: Promise<void>
}

const page = 500
const retryAfterMs = 500

/**
 * One hub per process. Ids are dense per account and in commit order, so `delivered + 1` is all there is to order:
 * what follows directly goes out from memory, anything else is read from the outbox.
 */
export class Hub {
  readonly #rooms = new Map<string, Room>()
  readonly #outbox: Outbox

  constructor(outbox: Outbox) {
    this.#outbox = outbox
  }

  /** Rows that this process has just committed. */
  offer(accountId: string, rows: readonly OutboxRow[]): void {
    const room = this.#rooms.get(accountId)
    if (room) this.#hear(room, rows)
  }

  /** Someone, perhaps another process, committed up to `id`. */
  wake(accountId: string, id: number): void {
    const room = this.#rooms.get(accountId)
    if (room && id > room.heard) room.heard = id
    if (room) this.#readUp(room)
  }

  /** Adds a reader and returns the id it starts after: it gets every later event, and must fetch earlier ones itself. */
  async join(accountId: string, reader: Reader): Promise<number> {
    for (;;) {
      const room = this.#rooms.get(accountId) ?? this.#open(accountId)
      await room.ready
      if (this.#rooms.get(accountId) !== room) continue
      room.readers.add(reader)
      return room.delivered
    }
  }

  leave(accountId: string, reader: Reader): void {
    const room = this.#rooms.get(accountId)
    if (room?.readers.delete(reader) && room.readers.size === 0) this.#rooms.delete(accountId)
  }

  /** Open streams of an account, in this process. */
  count(accountId: string): number {
    return this.#rooms.get(accountId)?.readers.size ?? 0
  }

  /** Heartbeat to every stream. */
  beat(): void {
    for (const room of this.#rooms.values()) for (const reader of room.readers) reader.beat(room.delivered)
  }

  /** Looks at the clocks, in case a wake-up was lost on its way. */
  async check(): Promise<void> {
    for (const room of [...this.#rooms.values()]) {
      // What is delivered while the answer is on its way is no sign of a database that was put back.
      const { delivered } = room
      const now = await this.#outbox.now(room.accountId)
      if (now < delivered) this.#rewind(room, now)
      else this.wake(room.accountId, now)
    }
  }

  /** Ends every stream. */
  close(): void {
    for (const room of this.#rooms.values()) for (const reader of [...room.readers]) reader.end()
    this.#rooms.clear()
  }

  #open(accountId: string): Room {
    const room: Room = {
      accountId,
      readers: new Set(),
      delivered: Number.POSITIVE_INFINITY,
      heard: 0,
      reading: false,
      ready: Promise.resolve(),
    }
    this.#rooms.set(accountId, room)
    room.ready = this.#outbox.now(accountId).then(
      (now) => {
        room.delivered = now
        this.#readUp(room)
      },
      (error: unknown) => {
        this.#rooms.delete(accountId)
        throw error
      },
    )
    return room
  }

  #hear(room: Room, rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      if (row.id > room.heard) room.heard = row.id
      if (row.id === room.delivered + 1) this.#deliver(room, row)
    }
    this.#readUp(room)
  }

  #deliver(room: Room, row: OutboxRow): void {
    room.delivered = row.id
    const parcel = new Parcel(row)
    for (const reader of room.readers) reader.take(parcel)
  }

  /** Reads until everything heard of is delivered. */
  #readUp(room: Room): void {
    if (room.reading || room.heard <= room.delivered || this.#rooms.get(room.accountId) !== room) return
    room.reading = true
    const again = () => {
      room.reading = false
      this.#readUp(room)
    }
    this.#readOn(room).then(again, () => setTimeout(again, retryAfterMs).unref())
  }

  async #readOn(room: Room): Promise<void> {
    while (room.heard > room.delivered && this.#rooms.get(room.accountId) === room) {
      const told = room.heard
      const rows = await this.#outbox.read(room.accountId, room.delivered, page)
      for (const row of rows) {
        if (row.id <= room.delivered) continue // delivered from memory while we read
        if (row.id > room.delivered + 1) this.#rewind(room, row.id - 1)
        this.#deliver(room, row)
      }
      // Told of an event that is not there: someone was wrong, or the database was put back to an earlier day.
      if (rows.length === 0 && room.heard === told) room.heard = room.delivered
    }
  }

  /** The rows between are gone: everyone reads anew. */
  #rewind(room: Room, to: number): void {
    room.delivered = to
    room.heard = Math.max(to, room.heard)
    for (const reader of room.readers) reader.lost(to)
  }
}
