import { randomUUID } from 'node:crypto'
import type { StoredJob, Tx, Worker } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import { faultOf, type Letter, type Mail } from './mail.ts'
import { enter, type Services, transact, type Work } from './transact.ts'

/** What a letter is made of when it is sent: anew for each try, so the link in it stands in no row and no job. */
export interface Occasion {
  tx: Tx
  accountId: string
  /** What it is about, e.g. an invitation's id. */
  about: string
  /** When it was written. */
  at: Date
  /** Where browsers find this server. */
  url: string
  /** For the words of permissions. */
  catalogue: Catalogue
}

/** null: what the letter tells of is no longer so, and nobody waits for it. */
export type Compose = (occasion: Occasion) => Promise<Letter | null>

export interface Post {
  /** Writes a letter in the transaction of the change. @returns whether letters reach anybody */
  write(work: Work, accountId: string, kind: string, about: string): Promise<boolean>
  start(): Promise<void>
  close(): Promise<void>
}

interface PostOptions extends Pick<Occasion, 'url' | 'catalogue'> {
  mail: Mail
  letters: Readonly<Record<string, Compose>>
}

const keptDays = 30

/**
 * Letters are rows until they are sent, at least once: a crash or a mail server that is down loses none. They are tried for
 * three days. Whoever runs the server can list them (`rolecall letters`).
 */
export function createPost(services: () => Services, { mail, url, letters, catalogue }: PostOptions): Post {
  let worker: Worker | undefined

  const send = async ({ accountId, id }: StoredJob) => {
    const letter = await transact(services(), id, (work) => compose(work, accountId, id))
    if (!letter) return
    const note = (values: { state?: 'sent'; sent_at?: Date; fault: string | null }) =>
      services().database.tenant(accountId, (tx) =>
        tx.updateTable('letter').set(values).where('account_id', '=', accountId).where('id', '=', id).execute(),
      )
    try {
      await mail.send(letter)
    } catch (err) {
      services().log.warn({ requestId: id, accountId, fault: faultOf(err) }, 'a letter was not sent; it is tried again')
      await note({ fault: faultOf(err) })
      throw err
    }
    await note({ state: 'sent', sent_at: new Date(), fault: null })
  }

  const compose = async (work: Work, accountId: string, id: string): Promise<Letter | null> => {
    const { tx } = work
    await enter(work, accountId)
    const row = await tx
      .selectFrom('letter')
      .select(['kind', 'about', 'state', 'tries', 'created_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (row?.state !== 'waiting') return null
    const { kind, about, created_at: at, tries } = row
    const letter = (await letters[kind]?.({ tx, accountId, about, at, url, catalogue })) ?? null
    // A letter may have been made of what stands in another account as well.
    await enter(work, accountId)
    const values = { tries: tries + 1, ...(letter ? {} : { state: 'needless' as const }) }
    await tx.updateTable('letter').set(values).where('account_id', '=', accountId).where('id', '=', id).execute()
    const old = new Date(Date.now() - keptDays * 86_400_000)
    await tx
      .deleteFrom('letter')
      .where('account_id', '=', accountId)
      .where('created_at', '<', old)
      .where('state', '<>', 'waiting')
      .execute()
    return letter
  }

  return {
    async write(work, accountId, kind, about) {
      if (!(kind in letters)) throw new Error(`No feature declares a letter of "${kind}"`)
      const id = randomUUID()
      const state = mail.delivers ? 'waiting' : 'unsendable'
      await work.tx.insertInto('letter').values({ account_id: accountId, id, kind, about, state }).execute()
      if (mail.delivers) {
        await services().database.jobs.send(work.tx, 'letter', { accountId, id })
        work.committed.push(() => worker?.look())
      } else {
        const told =
          'no mail server (SMTP_URL): a letter was not sent. `rolecall members password-link EMAIL` makes a link to pass on'
        work.committed.push(() => services().log.warn({ accountId, kind }, told))
      }
      return mail.delivers
    },
    async start() {
      if (mail.delivers) worker = await services().database.jobs.work('letter', send)
    },
    async close() {
      await worker?.stop()
      worker = undefined
    },
  }
}
