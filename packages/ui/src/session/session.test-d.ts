import type { CallName } from '@rolecall/client'
import { mayCall } from './session.ts'

// Checked by tsc: each line under an @ts-expect-error must not compile.

mayCall('inbox.delete')
mayCall('contacts.export')
mayCall('session.me')
// @ts-expect-error a typing slip
mayCall('inbox.delte')
// @ts-expect-error a permission is not a procedure
mayCall('inbox.view')
// @ts-expect-error a folder is not a procedure
mayCall('inbox')
// @ts-expect-error neither is what a procedure's client has
mayCall('inbox.delete.mutate')
// @ts-expect-error any string will not do: the list is known
export const loose: CallName = 'x' as string
