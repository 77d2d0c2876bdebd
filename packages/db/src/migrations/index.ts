import type { Migration } from 'kysely/migration'
import * as access from '../access/migration.ts'
import * as account from '../account/migration.ts'
import * as actor from '../actor/migration.ts'
import { functionsWithAccess } from '../actor/migration-access.ts'
import { boundActor } from '../actor/migration-bound.ts'
import { functionsWithHash } from '../actor/migration-hashed.ts'
import * as alarms from '../alarms/migration.ts'
import * as apiTokens from '../api-tokens/migration.ts'
import * as audit from '../audit/migration.ts'
import { names as auditNames } from '../audit/migration-names.ts'
import { records } from '../audit/migration-records.ts'
import * as contacts from '../contacts/migration.ts'
import { searchFolds } from '../contacts/migration-fold.ts'
import { search } from '../contacts/migration-search.ts'
import * as departments from '../departments/migration.ts'
import { pages } from '../departments/migration-pages.ts'
import { makeFold } from '../fold/migration.ts'
import { namesFold } from '../fold/names.ts'
import * as identity from '../identity/migration.ts'
import { linksOfRights } from '../identity/migration-links.ts'
import { identityPlaces } from '../identity/migration-places.ts'
import * as inbox from '../inbox/migration.ts'
import { boundWire } from '../inbox/migration-bound.ts'
import { search as searchChats } from '../inbox/migration-search.ts'
import { shown } from '../inbox/migration-shown.ts'
import { oldWire, tombstones } from '../inbox/migration-tombstones.ts'
import { wire } from '../inbox/migration-wire.ts'
import { jobs } from '../jobs/migration.ts'
import * as letters from '../letters/migration.ts'
import * as limits from '../limits/migration.ts'
import { keyed, nameKey } from '../name-key.ts'
import * as outbox from '../outbox/migration.ts'
import * as emit from '../outbox/migration-emit.ts'
import { forgetting } from '../outbox/migration-forget.ts'
import * as roles from '../roles/migration.ts'
import { about as aboutRoles } from '../roles/migration-about.ts'
import { previewOf } from '../roles/migration-preview.ts'
import { steps } from '../run.ts'
import * as setup from '../setup/migration.ts'
import * as sightings from '../sightings/migration.ts'
import * as team from '../team/migration.ts'
import * as usage from '../usage/migration.ts'
import * as visitor from '../visitor/migration.ts'
import { say } from '../visitor/migration-say.ts'
import { sayDepartment } from '../visitor/migration-say-department.ts'
import { sayEnters } from '../visitor/migration-say-enter.ts'
import { sayOnce } from '../visitor/migration-say-once.ts'
import * as wall from '../wall/migration.ts'

/**
 * In order of name, under the names that databases have recorded. Never edit one that has been released: add the next,
 * `'0023-snippets': steps(snippets.tables)`.
 */
export const migrations: Record<string, Migration> = {
  '0001-account': steps(account.tables, outbox.clock),
  '0002-identity': steps(identity.tables, limits.tables, setup.tables),
  '0003-team': steps(roles.tables, team.tables, departments.tables, apiTokens.tables),
  '0004-conversation': steps(contacts.tables, inbox.tables, visitor.tables),
  '0005-record': steps(outbox.events, audit.tables),
  '0006-wall': steps(
    wall.bare,
    ...[account, outbox, roles, team, departments, apiTokens, contacts, inbox, visitor, audit].map((noun) => noun.wall),
    ...[identity, limits, setup].map((noun) => noun.wall),
  ),
  '0007-actor': steps(
    wall.enter,
    actor.functions,
    visitor.bySecret,
    ...[team, roles, departments, apiTokens].map((noun) => noun.rights),
  ),
  '0008-outbox': steps(emit.functions),
  '0009-visitor-say': steps(wire, say),
  '0010-search': search,
  '0011-access': steps(team.invites, roles.versions, access.tables, usage.tables, roles.previews, alarms.tables),
  '0012-actor-access': steps(functionsWithAccess),
  '0013-tombstones': steps(tombstones, sayDepartment, oldWire),
  '0014-forgetting': steps(forgetting),
  '0014-history': steps(audit.origin),
  '0014-names': steps(nameKey, keyed('role'), keyed('department')),
  '0014-said': steps(shown, sayOnce),
  '0015-bound': steps(boundWire, boundActor, sayEnters),
  '0016-fold': {
    up: async (db) => {
      await makeFold(db)
      await namesFold(db)
      await searchFolds(db)
    },
  },
  '0017-message-search': steps(searchChats),
  '0018-identity': steps(identityPlaces, functionsWithHash),
  '0019-jobs': { up: jobs },
  '0020-letters': steps(letters.tables),
  '0021-links': steps(linksOfRights),
  '0022-department-pages': steps(pages),
  '0022-history': steps(auditNames, records),
  '0022-roles': steps(aboutRoles),
  '0023-preview': steps(previewOf),
  '0024-sightings': steps(sightings.tables),
}
