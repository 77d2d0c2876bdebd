import type { StartedApi } from '@rolecall/api/testing'
import { sql } from 'kysely'

/** What a refused call must leave as it was: how many rows there are, how they read, and the newest event. */
export async function trace({ database, seed }: StartedApi): Promise<unknown> {
  return await database.tenant(seed.accountId, async (tx) => {
    const { rows } = await sql`
      select
        (select now from clock) as clock,
        (select md5(string_agg(c::text, '|' order by id)) from chat c) as chats,
        (select md5(string_agg(c::text, '|' order by id)) from contact c) as contacts,
        (select count(*) from message) as messages,
        (select count(*) from event) as events,
        (select count(*) from audit) as audit,
        (select md5(string_agg(chat_id::text || member_id || visitor_count, '|' order by chat_id, member_id)) from chat_read) as reads,
        (select md5(string_agg(id::text || role_id || status, '|' order by id)) from member) as members,
        (select md5(string_agg(r::text, '|' order by id)) from role r) as roles,
        (select count(*) from role_version) as versions,
        (select md5(string_agg(i::text, '|' order by id)) from invite i) as invites,
        (select md5(string_agg(g::text, '|' order by id)) from member_grant g) as extras,
        (select md5(string_agg(r::text, '|' order by id)) from access_request r) as requests,
        (select count(*) from role_preview) as previews,
        (select md5(string_agg(d::text, '|' order by id)) from department d) as departments,
        (select md5(string_agg(d::text, '|' order by d::text)) from department_member d) as belonging,
        (select md5(online::text || widget_shown || plan) from account) as switches
    `.execute(tx)
    return rows[0]
  })
}
