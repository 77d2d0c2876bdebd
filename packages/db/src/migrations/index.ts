import type { Migration } from 'kysely/migration'
import * as account from './0001-account.ts'
import * as identity from './0002-identity.ts'
import * as team from './0003-team.ts'
import * as conversation from './0004-conversation.ts'
import * as record from './0005-record.ts'
import * as wall from './0006-wall.ts'
import * as actor from './0007-actor.ts'
import * as outbox from './0008-outbox.ts'
import * as visitorSay from './0009-visitor-say.ts'
import * as search from './0010-search.ts'
import * as access from './0011-access.ts'
import * as actorAccess from './0012-actor-access.ts'
import * as tombstones from './0013-tombstones.ts'

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
