import { access } from './access/feature.ts'
import { apiTokens } from './api-tokens/feature.ts'
import { audit } from './audit/feature.ts'
import { billing } from './billing/feature.ts'
import { contacts } from './contacts/feature.ts'
import { departments } from './departments/feature.ts'
import { inbox } from './inbox/feature.ts'
import { join } from './join/feature.ts'
import { questions } from './questions/feature.ts'
import { reports } from './reports/feature.ts'
import { roles } from './roles/feature.ts'
import { session } from './session/feature.ts'
import { setup } from './setup/feature.ts'
import { switches } from './switches/feature.ts'
import { team } from './team/feature.ts'
import { visitor } from './visitor/feature.ts'
import { widget } from './widget/feature.ts'

// Contents page: every noun of ours. What they bring together is derived (derive.ts); a sibling app hands `createApi`
// more of them.

export const features = [
  session,
  setup,
  join,
  team,
  departments,
  roles,
  questions,
  access,
  apiTokens,
  audit,
  billing,
  inbox,
  contacts,
  reports,
  switches,
  widget,
  visitor,
] as const
