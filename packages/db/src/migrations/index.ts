import type { Migration } from 'kysely/migration'
import * as access from '../access/migration.ts'
import * as account from '../account/migration.ts'
import * as actor from '../actor/migration.ts'
import * as actorAccess from '../actor/migration-access.ts'
import * as record from '../audit/migration.ts'
import * as search from '../contacts/migration-search.ts'
import * as identity from '../identity/migration.ts'
import * as conversation from '../inbox/migration.ts'
import * as outbox from '../outbox/migration-emit.ts'
import * as team from '../team/migration.ts'
import * as visitorSay from '../visitor/migration-say.ts'
import * as tombstones from '../visitor/migration-tombstones.ts'
import * as wall from '../wall/migration.ts'

/** In order of name. Never edit one that has been released: add the next. */
export const migrations: Record<string, Migration> = {
  '0001-account': account,
  '0002-identity': identity,
  '0003-team': team,
  '0004-conversation': conversation,
  '0005-record': record,
  '0006-wall': wall,
  '0007-actor': actor,
  '0008-outbox': outbox,
  '0009-visitor-say': visitorSay,
  '0010-search': search,
  '0011-access': access,
  '0012-actor-access': actorAccess,
  '0013-tombstones': tombstones,
}
