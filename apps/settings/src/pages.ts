import { access, ownAccess } from './access/page.ts'
import { audit } from './audit/page.ts'
import { billing } from './billing/page.ts'
import { departments } from './departments/page.ts'
import { questions } from './questions/page.ts'
import { code } from './roles/code/page.ts'
import { hints } from './roles/hints/page.ts'
import { matrix } from './roles/matrix/page.ts'
import { roles } from './roles/page.ts'
import { whoCan } from './roles/who-can/page.ts'
import type { SettingsPage } from './shell/settings-page.ts'
import { team } from './team/page.ts'
import { tokens } from './tokens/page.ts'
import { widget } from './widget/page.ts'

/** Every page of the settings, in the order of the navigation. */
export const pages: readonly SettingsPage[] = [
  team,
  departments,
  access,
  roles,
  matrix,
  whoCan,
  questions,
  hints,
  code,
  widget,
  audit,
  billing,
  ownAccess,
  tokens,
]
