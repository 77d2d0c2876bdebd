import type { Lines } from './line.ts'

export const switches: Lines<'switches'> = {
  setOnline: { who: 'team.status', method: 'POST', input: () => ({ online: true }) },
  setWidget: { who: 'widget.visibility', method: 'POST', input: () => ({ shown: true }) },
}
