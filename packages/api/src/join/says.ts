import { sentences } from '../work/history.ts'

export const says = sentences('join', {
  accept: (d: { member: string; email: string; role: string }) => `Joined the team as ${d.role}`,
})
