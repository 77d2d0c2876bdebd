import { sentences } from '../work/history.ts'

export const says = sentences('apiTokens', {
  /** `member`: the id of whose it is. */
  create: (d: { name: string; permissions: readonly string[]; member: string }) => `Made the API token ${d.name}`,
  revoke: (d: { name: string }) => `Revoked the API token ${d.name}`,
  revokeOf: (d: { name: string; member: string }) => `Revoked the API token ${d.name} of ${d.member}`,
})
