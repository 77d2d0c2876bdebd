import type { CallName } from '@rolecall/client'
import type { AuditEntry } from '@rolecall/protocol'
import { api, mayCall } from '@rolecall/ui'

type Undo = AuditEntry['undo']

/** Whether the server would take the call that takes this back. */
export const canUndo = (undo: Undo): undo is NonNullable<Undo> => undo !== null && mayCall(undo.call as CallName)

type Doors = Record<string, Record<string, { mutate: (input: unknown) => Promise<unknown> }>>

/** Makes the call that an entry names: a change like any other, which the server checks as such. */
export async function takeBack({ call, input }: NonNullable<Undo>): Promise<unknown> {
  const [noun = '', verb = ''] = call.split('.')
  return (api as unknown as Doors)[noun]?.[verb]?.mutate(input)
}
