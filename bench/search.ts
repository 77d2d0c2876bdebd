import { connect } from '@rolecall/db'
import { seedAccount } from '@rolecall/db/testing'
import { Client } from 'pg'
import { indexedWords } from '../packages/db/src/inbox/words.ts'
import { ownPostgres } from '../packages/db/src/testing/server.ts'
import { quoted, rolesFor } from '../packages/db/src/wall/names.ts'
import { inTurns, quartiles, verdict } from './blocks.ts'
import { chats, fill, messages, needles } from './search-data.ts'

// The search of chats as the server runs it (behind the wall, in somebody's scope), against the query that somebody who
// knows the scope and needs no wall would write by hand, planner and statistics and all. Both must give the same page.
// Then what the index costs whoever writes a message.

const rounds = 15
/** Beyond a tenth of all messages the hand-written query reads so much that neither is quick. */
const aimOf = (share: number) => (share > 0.1 ? 2 : 1.5)

const postgres = await ownPostgres(true)
const database = await connect({ url: postgres.url, poolSize: 2 })
const { accountId, members } = await seedAccount(database, { chats: false })
const memberIds = Object.values(members).map(({ id }) => id)
const [me = ''] = memberIds
const departments = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`)
const owner = new Client({ connectionString: postgres.url, options: '-c search_path=rolecall' })
const runtime = new Client({ connectionString: postgres.url })
try {
  await Promise.all([owner.connect(), runtime.connect()])
  const began = performance.now()
  await fill(owner, accountId, departments, memberIds)
  console.log(`${chats} chats, ${messages} messages, made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  await runtime.query(`set role ${quoted(rolesFor('postgres').runtime)}`)
  await runtime.query('set search_path = rolecall')
  await runtime.query(`select set_config('rolecall.account', $1, false)`, [accountId])
  for (const scope of scopes()) {
    for (const { what, needle, share } of needles) await compare(scope, what, needle, share)
  }
  await writing()
} finally {
  await Promise.all([owner.end(), runtime.end()])
  await database.close()
  await postgres.stop()
}
process.exit()

interface BenchScope {
  name: string
  args: readonly unknown[]
  where: string
}

function scopes(): BenchScope[] {
  const [desk = ''] = departments
  const mine = `c.assignee_id = '${me}'`
  return [
    { name: 'all', args: [true, me, [], 'any'], where: 'true' },
    {
      name: 'own department and unrouted',
      args: [false, me, [desk], 'unrouted'],
      where: `(${mine} or c.department_id = '${desk}' or (c.assignee_id is null and c.department_id is null))`,
    },
    { name: 'mine', args: [false, me, [], 'none'], where: mine },
  ]
}

async function compare({ name, args, where }: BenchScope, what: string, needle: string, share: number) {
  const ours = {
    text: `select chats_found($1, $2, $3, $4, $5, 'all', 'open', null, null, 51, 50, 20000) as id`,
    values: [needle, ...args],
  }
  const words = needle.split(' ').map((word) => `'${word}':*`)
  const byHand = {
    text: `
      select c.id from chat c where c.account_id = '${accountId}' and c.status = 'open' and ${where} and c.id in (
        select m.chat_id from message m
          where m.account_id = '${accountId}' and m.kind <> 'event' and ${indexedWords('m.account_id', 'm.body')} @@ $1::tsquery
        union select h.id from contact k join chat h on h.account_id = k.account_id and h.contact_id = k.id
          where k.account_id = '${accountId}' and ${indexedWords('k.account_id', 'k.name')} @@ $1::tsquery)
      order by c.active_at desc, c.id desc limit 51`,
    values: [[`'=${accountId}'`, ...words].join(' & ')],
  }
  const pages: string[] = []
  const timed = (client: Client, query: typeof ours, index: number) => async () => {
    const began = performance.now()
    const { rows } = await client.query(query)
    pages[index] = JSON.stringify(rows)
    return performance.now() - began
  }
  const sides = [timed(runtime, ours, 0), timed(owner, byHand, 1)]
  for (const side of sides) await side()
  if (pages[0] !== pages[1]) throw new Error(`${name}, ${what}: not the same page`)
  const turns = await inTurns(rounds, sides)
  const ms = (index: number) => quartiles(turns.map((turn) => turn[index] as number))[1].toFixed(1)
  const ratios = turns.map(([one, other]) => (one as number) / (other as number))
  verdict({ what: `scope ${name}, ${what}: ${ms(0)} / ${ms(1)} ms`, ratios, aim: aimOf(share) })
}

/** One message after the other, into the table as it is and into a copy of it without the index of words. */
async function writing() {
  await owner.query(`create table bare (like message including all)`)
  const { rows } = await owner.query<{ name: string }>(
    `select indexname as name from pg_indexes where tablename = 'bare' and indexdef like '%USING gin%'`,
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await owner.query(`insert into bare select * from message`)
  let seq = 1000
  const insert = (table: string) => async () => {
    const began = performance.now()
    for (let count = 0; count < 200; count++)
      await owner.query(
        `insert into ${table} (account_id, id, chat_id, seq, author_kind, author_name, kind, body)
         select account_id, gen_random_uuid(), chat_id, ${++seq}, author_kind, author_name, kind, reverse(body)
         from message where account_id = $1 and id = md5('message' || $2)::uuid`,
        [accountId, (seq * 7919) % messages],
      )
    return (performance.now() - began) / 200
  }
  const sides = [insert('message'), insert('bare')]
  for (const side of sides) await side()
  const turns = await inTurns(rounds, sides)
  const ms = (index: number) => quartiles(turns.map((turn) => turn[index] as number))[1].toFixed(2)
  const ratios = turns.map(([one, other]) => (one as number) / (other as number))
  verdict({ what: `insert of a message, with the index / without: ${ms(0)} / ${ms(1)} ms`, ratios, aim: 1.5 })
}
