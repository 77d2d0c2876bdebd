import { type Label, sentences } from '../work/history.ts'

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

export const says = sentences('access', {
  request: (d: { permission: string; label: string }, label) => `Asked for “${label(d.permission)}”`,
  withdraw: (d: { permission: string }, label) => `No longer asks for “${label(d.permission)}”`,
  grant: (d: Given, label) => `Gave ${d.member} ${held(d, label)}${until(d)}, as asked for`,
  refuse: (d: { permission: string; member: string; answer: string }, label) =>
    `Refused ${d.member} “${label(d.permission)}”`,
  give: (d: Given, label) => `Gave ${d.member} ${held(d, label)}${until(d)}`,
  end: (d: Held, label) => `Took ${held(d, label)} from ${d.member}`,
  ended: (d: Held & { reason: string }, label) => `The time of ${d.member} for ${held(d, label)} ran out`,
})
