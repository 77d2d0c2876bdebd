import { account } from './sections/account.ts'
import { api } from './sections/api.ts'
import { audit } from './sections/audit.ts'
import { billing } from './sections/billing.ts'
import { chatbot } from './sections/chatbot.ts'
import { contacts } from './sections/contacts.ts'
import { domains } from './sections/domains.ts'
import { email } from './sections/email.ts'
import { inbox } from './sections/inbox.ts'
import { notifications } from './sections/notifications.ts'
import { replies } from './sections/replies.ts'
import { reports } from './sections/reports.ts'
import { roles } from './sections/roles.ts'
import { security } from './sections/security.ts'
import { team } from './sections/team.ts'
import { webhooks } from './sections/webhooks.ts'
import { widget } from './sections/widget.ts'

/** Our own sections, in the order of the product's table. */
export const sections = [
  inbox,
  contacts,
  replies,
  chatbot,
  reports,
  team,
  widget,
  roles,
  account,
  email,
  notifications,
  domains,
  billing,
  api,
  webhooks,
  security,
  audit,
] as const
