import type { RoleSummary } from '@rolecall/protocol'

/** What the default roles are for, until somebody writes their own words. */
const defaults: Readonly<Record<string, string>> = {
  Administrator: 'May do everything.',
  Supervisor: 'Runs the team: everything but paying, the plan, and Administrators.',
  Agent: 'Works in the inbox and with contacts.',
  Support: 'Helps in the inbox, and deletes and exports nothing.',
}

/** What a role is for, in its keepers' words; '': nobody has said. */
export const describes = ({
  name,
  custom,
  description,
}: Pick<RoleSummary, 'name' | 'custom' | 'description'>): string =>
  description === '' && !custom ? (defaults[name] ?? '') : description
