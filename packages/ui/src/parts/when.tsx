import { minute } from '../data/clock.ts'
import { moment, relative } from '../format.ts'

/** "3 minutes ago", "in 2 days": stays true as time goes by; the exact time is its title. */
export const When = ({ iso }: { iso: string }) => (
  <time class="when" dateTime={iso} title={moment(iso)}>
    {relative(iso, minute.value)}
  </time>
)
