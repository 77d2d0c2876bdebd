import type { Client } from 'pg'

// 100,000 chats and 800,000 messages, the same in every run: words follow from the number of their message. Beside them
// stand words of a known rarity. One contact and one chat belong together; half the chats are nobody's.

export const chats = 100_000
export const messages = 800_000

/** Needles, and in which share of all messages they stand. */
export const needles = [
  { what: 'a rare word', needle: 'zanzibar', share: 1e-5 },
  { what: 'one in a thousand', needle: 'yonder', share: 1e-3 },
  { what: 'one in a hundred', needle: 'quartz', share: 1e-2 },
  { what: 'one in twelve', needle: 'umbrella', share: 1 / 12 },
  { what: 'one in three', needle: 'thistle', share: 1 / 3 },
  { what: 'the beginning of many words', needle: 'ka', share: 0.1 },
  { what: 'two words', needle: 'quartz thistle', share: 1 / 300 },
  { what: 'no such word', needle: 'nowhere', share: 0 },
] as const

/** Words of five letters out of 8,000; small numbers are much more frequent than great ones, as in any language. */
const word = (salt: number) => `(
  select string_agg(substr(case when i % 2 = 1 then 'bdfghjklmnprstvw' else 'aeiou' end,
    1 + ((w * (7 + 6 * i) + w / (3 + i)) % case when i % 2 = 1 then 16 else 5 end)::int, 1), '' order by i)
  from generate_series(1, 5) i, lateral (select floor(power(8000, ((n::bigint * 7919 + ${salt} * 104729) % 10007) / 10007.0))::bigint w) k)`

export async function fill(
  client: Client,
  account: string,
  departments: readonly string[],
  members: readonly string[],
) {
  const pick = (list: readonly string[], n: string) =>
    `(array['${list.join("','")}']::uuid[])[1 + (${n}) % ${list.length}]`
  const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`
  const at = (n: string) => `timestamptz '2026-01-01' + ${n} * interval '40 seconds'`
  await client.query(`create table bench_word as select n as k, ${word(0)} as word from generate_series(0, 10006) n`)
  await client.query(`create unique index on bench_word (k)`)
  await client.query(`
    insert into contact (account_id, id, name, last_seen_at)
    select '${account}', ${id('contact', 'n')}, initcap(a.word) || ' ' || initcap(b.word), ${at('n')}
    from generate_series(1, ${chats}) n join bench_word a on a.k = (n * 31) % 10007 join bench_word b on b.k = (n * 17) % 10007`)
  await client.query(`
    insert into chat (account_id, id, contact_id, status, assignee_id, department_id, last_seq, created_at, active_at)
    select '${account}', ${id('chat', 'n')}, ${id('contact', 'n')}, 'open',
      case when n % 2 = 0 then ${pick(members, 'n / 2')} end, case when n % 4 <> 3 then ${pick(departments, 'n / 3')} end,
      8, ${at('n')}, ${at('n')}
    from generate_series(1, ${chats}) n`)
  // A few at a time: one statement of 800,000 rows would sort its index for a minute and say nothing.
  for (let from = 0; from < messages; from += 100_000)
    await client.query(`
      insert into message (account_id, id, chat_id, seq, author_kind, author_name, kind, body, at)
      select '${account}', ${id('message', 'n')}, ${id('chat', `1 + n % ${chats}`)}, 1 + n / ${chats}, 'visitor', 'Someone',
        'message', concat_ws(' ', a.word, b.word, c.word, d.word, e.word, f.word, g.word, h.word,
          case when n % 100000 = 7 then 'zanzibar' end, case when n % 1009 = 5 then 'yonder' end,
          case when n % 101 = 3 then 'quartz' end, case when n % 13 = 2 then 'umbrella' end,
          case when n % 3 = 1 then 'thistle' end), ${at('n')}
      from generate_series(${from}::bigint, ${from + 99_999}) n
        ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((alias, index) => `join bench_word ${alias} on ${alias}.k = (n * ${7919 + 6 * index} + n / ${3 + index} + ${index * 1301}) % 10007`).join(' ')}`)
  await client.query('analyze message')
  await client.query('analyze chat')
  await client.query('analyze contact')
}
