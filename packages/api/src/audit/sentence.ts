import { counted } from '../rows/words.ts'

/** What an entry holds beside who and when. */
export interface Told {
  action: string
  detail: unknown
}

type Detail = Record<string, unknown>
/** A permission's sentence in the catalogue, by its name. */
export type Label = (permission: string) => string
type Teller = (detail: Detail, label: Label) => string

/** A name as it was kept; a word that fits where an older entry kept none. */
const name = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise
const of = (detail: Detail, key: string, otherwise: string) => name(detail[key], otherwise)
const member = (detail: Detail) => of(detail, 'member', 'a member')
const role = (detail: Detail) => of(detail, 'role', of(detail, 'name', 'a role'))
const permission = (detail: Detail, label: Label) =>
  typeof detail['permission'] === 'string' ? label(detail['permission']) : 'a permission'
const given = (detail: Detail, label: Label) =>
  typeof detail['role'] === 'string' ? `the role ${detail['role']}` : `“${permission(detail, label)}”`
const until = ({ until }: Detail) =>
  typeof until === 'string' ? ` until ${until.slice(0, 16).replace('T', ' ')} UTC` : ''
const figure = (value: unknown) => (typeof value === 'number' ? String(value) : '?')
const stay = ({ kept }: Detail) =>
  typeof kept === 'number' && kept > 0 ? `; ${counted(kept, 'chat')} stay closed to all who did not see them` : ''
const onOff = (detail: Detail, key: string) => (detail[key] === true ? 'on' : 'off')

/** Past tense, without the name of who did it, which stands beside. */
const tellers: Record<string, Teller> = {
  'team.setRole': (d) => `Changed the role of ${member(d)} from ${of(d, 'from', '?')} to ${of(d, 'to', '?')}`,
  'team.invite': (d) => `Invited ${of(d, 'email', 'somebody')} as ${role(d)}`,
  'team.resendInvite': (d) => `Sent the invitation of ${of(d, 'email', 'somebody')} again`,
  'team.revokeInvite': (d) => `Took the invitation of ${of(d, 'email', 'somebody')} back`,
  'team.deactivate': (d) => `Deactivated ${member(d)}${stay(d)}`,
  'team.reactivate': (d) => `Reactivated ${member(d)}`,
  'team.remove': (d) => `Removed ${member(d)} from the team${stay(d)}`,
  'team.setDepartments': (d) => `Changed the departments of ${member(d)}`,
  'join.accept': (d) => `Joined the team as ${role(d)}`,
  'departments.create': (d) => `Made the department ${of(d, 'department', of(d, 'name', '?'))}`,
  'departments.rename': (d) => `Renamed the department ${of(d, 'from', '?')} to ${of(d, 'to', '?')}`,
  'departments.delete': (d) => `Deleted the department ${of(d, 'department', of(d, 'name', '?'))}${stay(d)}`,
  'roles.create': (d) => `Made the role ${role(d)}`,
  'roles.edit': (d) => `Changed the role ${role(d)}`,
  'roles.rollBack': (d) => `Rolled the role ${role(d)} back to version ${figure(d['to'])}`,
  'roles.delete': (d) =>
    `Deleted the role ${role(d)}${typeof d['replacement'] === 'string' ? `; its holders became ${d['replacement']}` : ''}`,
  'roles.import': (d) => `Applied a file of roles: ${of(d, 'what', 'changed')} ${role(d)}`,
  'roles.preview': (d) => `Looked at the console as ${role(d)}`,
  'access.request': (d, label) => `Asked for “${permission(d, label)}”`,
  'access.withdraw': (d, label) => `No longer asks for “${permission(d, label)}”`,
  'access.grant': (d, label) => `Gave ${member(d)} ${given(d, label)}${until(d)}, as asked for`,
  'access.refuse': (d, label) => `Refused ${member(d)} “${permission(d, label)}”`,
  'access.give': (d, label) => `Gave ${member(d)} ${given(d, label)}${until(d)}`,
  'access.end': (d, label) => `Took ${given(d, label)} from ${member(d)}`,
  'access.ended': (d, label) => `The time of ${member(d)} for ${given(d, label)} ran out`,
  'billing.changePlan': (d) => `Changed the plan from ${of(d, 'from', '?')} to ${of(d, 'to', '?')}`,
  'apiTokens.create': (d) => `Made the API token ${of(d, 'name', '?')}`,
  'switches.setOnline': (d) => `Switched “Our team is online” ${onOff(d, 'online')}`,
  'switches.setWidget': (d) => `Switched “Widget is shown” ${onOff(d, 'widgetShown')}`,
  'inbox.assign': () => 'Assigned a chat',
  'inbox.delete': () => 'Deleted a chat for good',
  'contacts.delete': (d) => `Deleted a contact and ${figure(d['chats'])} chats for good`,
  'setup.create': () => 'Set up the account',
}

/** A line of the history in words. Actions of sibling apps, which nobody here knows, are named as they are. */
export function sentence({ action, detail }: Told, label: Label): string {
  const tell = Object.hasOwn(tellers, action) ? tellers[action] : undefined
  return tell ? tell(typeof detail === 'object' && detail !== null ? (detail as Detail) : {}, label) : `Did ${action}`
}

/** The actions that are told in words; a test holds them against what is written. */
export const told: readonly string[] = Object.keys(tellers)
