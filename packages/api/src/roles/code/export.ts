import type { RolesDocument } from '@rolecall/protocol'
import { guard } from '../../guard/guard.ts'
import { nothing } from '../../rows/input.ts'
import { says } from '../says.ts'
import { documentOf } from './document.ts'

/** The custom roles as a file, to be kept beside the rest of one's configuration. */
export const exportRoles = guard
  .may('roles.view')
  .input(nothing)
  .query(async ({ ctx: { tx, actor, catalogue, audit } }): Promise<RolesDocument> => {
    await audit(says.export, { kind: 'account', id: actor.accountId }, {})
    return documentOf(tx, actor.accountId, catalogue)
  })
