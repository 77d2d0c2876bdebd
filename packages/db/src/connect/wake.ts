import { Client } from 'pg'
import { patience } from './client.ts'
import type { Database, Wake } from './database.ts'
import { type Proof, provable, refuseOther } from './hearing.ts'

// Wake-ups between processes. They carry no content, only "account, id": a lost or doubled one costs nothing but time.
// Sent from outside the writing transaction, because a pg_notify inside it makes all commits queue (stack.md).

const channel = 'rolecall'

export interface Wakes {
  face: Pick<Database, 'listen' | 'notify'>
  close(): Promise<void>
}

/** `send` puts payloads on the channel, in one round trip. `as`: who the listener has to be. */
export function wakes(url: string, as: string, send: (payloads: string[]) => Promise<unknown>): Wakes {
  const ears = new Set<{ hear: (wake: Wake) => void; missed?: (() => void) | undefined }>()
  let client: Client | undefined
  let starting: Promise<void> | undefined
  let again: NodeJS.Timeout | undefined
  let closed = false
  let pause = firstPause

  const start = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url, keepAlive: true, ...patience })
    let proof: Proof | undefined
    fresh.on('notification', ({ payload }) => {
      if (payload === proof?.payload) proof?.heard()
      const wake = parse(payload)
      if (wake) for (const ear of ears) ear.hear(wake)
    })
    let gone = false
    // A dead network says nothing: only asking shows it.
    const pulse = setInterval(() => {
      if (client === fresh) fresh.query('select 1').catch(lost)
    }, pulseEvery)
    const lost = (): void => {
      if (gone) return
      gone = true
      clearInterval(pulse)
      fresh.end().catch(() => {})
      if (client === fresh) client = undefined
      if (closed) return
      again = setTimeout(() => retry(), pause)
      pause = Math.min(pause * 2, longestPause)
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
      await refuseOther(fresh, as)
      proof = provable()
      await send([proof.payload])
      await proof.within
      client = fresh
      pause = firstPause
    } catch (error) {
      lost()
      throw error
    }
  }
  const retry = (): void => {
    start().then(
      () => ears.forEach((ear) => ear.missed?.()),
      () => {},
    )
  }

  const waiting = new Map<string, number>()
  let sending: Promise<void> | undefined
  const flush = async (): Promise<void> => {
    while (waiting.size > 0) {
      const payloads = [...waiting].map(([accountId, id]) => `${accountId} ${id}`)
      waiting.clear()
      await send(payloads)
    }
  }

  return {
    face: {
      listen: async (hear, missed) => {
        starting ??= start()
        await starting
        const ear = { hear, missed }
        ears.add(ear)
        return async () => void ears.delete(ear)
      },
      notify: ({ accountId, id }) => {
        waiting.set(accountId, Math.max(id, waiting.get(accountId) ?? 0))
        sending ??= flush().finally(() => {
          sending = undefined
        })
        return sending
      },
    },
    close: async () => {
      closed = true
      clearTimeout(again)
      ears.clear()
      await sending?.catch(() => {})
      await client?.end()
    },
  }
}

/** ms */
const pulseEvery = 5000
const firstPause = 100
const longestPause = 5000

function parse(payload: string | undefined): Wake | undefined {
  const [accountId, id] = payload?.split(' ') ?? []
  return accountId && id && Number.isSafeInteger(Number(id)) ? { accountId, id: Number(id) } : undefined
}
