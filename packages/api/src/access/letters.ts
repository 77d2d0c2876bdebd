import type { Tx } from '@rolecall/db'
import type { MemberContext } from '../guard/context.ts'
import { Refused } from '../refuse/errors.ts'
import { grantersOf } from '../rows/granters.ts'
import { labelled } from '../rows/permission.ts'
import { count } from '../work/limits.ts'
import { linkTo } from '../work/link.ts'
import type { Compose } from '../work/post.ts'
import { requestRows } from './row.ts'

/** So many are written to about one request. */
const most = 20
/** Of one member's requests so many are told by letter in an hour; the others stand on the page alone. */
const letters = { name: 'access.letters', max: 5, minutes: 60 }

/** Writes to those who could grant it. */
export async function tellGranters(ctx: MemberContext, requestId: string, permission: string): Promise<void> {
  const { tx, actor, catalogue } = ctx
  try {
    await count({ db: tx }, letters, 'member', actor.memberId)
  } catch (error) {
    if (error instanceof Refused) return
    throw error
  }
  const granters = await grantersOf(tx, actor.accountId, actor.memberId, permission, catalogue)
  for (const { id } of granters.slice(0, most)) await ctx.letter('accessAsked', `${requestId} ${id}`)
}

/** Of a request that is still open, to somebody who is still on the team. */
export const accessAsked: Compose = async ({ tx, accountId, about, url, catalogue }) => {
  const [requestId = '', granterId = ''] = about.split(' ')
  const request = await requestOf(tx, accountId, requestId)
  const to = await emailOf(tx, accountId, granterId)
  if (request?.status !== 'open' || to === undefined) return null
  const { member_name: member, reason, team } = request
  const { label: permission } = labelled(catalogue, request.permission)
  return {
    to,
    subject: `${member} asks for access in ${team}`,
    text: `${member} asks for “${permission}”.\n\n${reason ? `Why: ${reason}\n\n` : ''}Answer here, for good or for a while:\n${linkTo(url, 'settings/requests')}\n`,
  }
}

/** What became of it, to whoever asked. */
export const accessDecided: Compose = async ({ tx, accountId, about: requestId, url, catalogue }) => {
  const request = await requestOf(tx, accountId, requestId)
  const to = request && (await emailOf(tx, accountId, request.member_id))
  if (!request || to === undefined || (request.status !== 'granted' && request.status !== 'refused')) return null
  const { team, decided_name: by, answer } = request
  const { label: permission } = labelled(catalogue, request.permission)
  const said = request.status === 'granted' ? `${by} gave you “${permission}”.` : `${by} said no to “${permission}”.`
  return {
    to,
    subject: `Your request for access in ${team}`,
    text: `${said}${answer ? `\n\n“${answer}”` : ''}\n\nWhat you may do, and until when:\n${linkTo(url, 'settings/own')}\n`,
  }
}

const requestOf = (tx: Tx, accountId: string, requestId: string) =>
  requestRows(tx, accountId)
    .innerJoin('account', 'account.id', 'request.account_id')
    .select(['account.name as team'])
    .where('request.id', '=', requestId)
    .executeTakeFirst()

/** Of an active member. */
async function emailOf(tx: Tx, accountId: string, memberId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .select('identity_user.email')
    .where('member.account_id', '=', accountId)
    .where('member.id', '=', memberId)
    .where('member.status', '=', 'active')
    .executeTakeFirst()
  return row?.email
}
