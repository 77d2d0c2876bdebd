import { type Kept, type Label, sentences } from '../work/history.ts'

/** One permission, or what a role may do. */
interface Held {
  member: string
  permission: string | null
  role: string | null
}

export interface Given extends Held {
  /** ISO time; null: for good. */
  until: string | null
  reason: string
  /** The role that it took the place of. */
  from?: string
}

const held = (d: Held, label: Label) => (d.role === null ? `“${label(d.permission ?? '')}”` : `the role ${d.role}`)
const until = (d: Given) => (d.until === null ? '' : ` until ${d.until.slice(0, 16).replace('T', ' ')} UTC`)

/** What was given ends; a role that took the place of another gives way to it again. */
const back = ({ id }: Kept) => {
  const [grantId, roleId] = [id('grant'), id('from')]
  if (grantId !== null) return { call: 'access.end', input: { grantId } }
  return roleId === null ? null : { call: 'team.setRole', input: { memberId: id('member'), roleId, from: id('role') } }
}

const tellers = {
  request: (d: { permission: string; label: string }, label: Label) => `Asked for “${label(d.permission)}”`,
  withdraw: (d: { permission: string }, label: Label) => `No longer asks for “${label(d.permission)}”`,
  grant: (d: Given, label: Label) => `Gave ${d.member} ${held(d, label)}${until(d)}, as asked for`,
  refuse: (d: { permission: string; member: string; answer: string }, label: Label) =>
    `Refused ${d.member} “${label(d.permission)}”`,
  give: (d: Given, label: Label) => `Gave ${d.member} ${held(d, label)}${until(d)}`,
  end: (d: Held, label: Label) => `Took ${held(d, label)} from ${d.member}`,
  ended: (d: Held & { reason: string }, label: Label) => `The time of ${d.member} for ${held(d, label)} ran out`,
}

export const says = sentences('access', tellers, {}, { give: back, grant: back })
