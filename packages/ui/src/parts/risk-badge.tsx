import { words } from '../words.ts'
import { Badge } from './badge.tsx'

/** How much harm a permission can do, in words. */
export const RiskBadge = ({ risk }: { risk: 'low' | 'medium' | 'high' }) => (
  <Badge tone={({ low: 'plain', medium: 'warn', high: 'bad' } as const)[risk]}>{words.risk[risk]}</Badge>
)
