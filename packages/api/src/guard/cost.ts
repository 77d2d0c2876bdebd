/** What a call costs: so much, or so much where its input has a field of that name (and one where it has none). */
export type Cost = number | Readonly<Record<string, number>>

export function unitsOf(cost: Cost, input: unknown): number {
  if (typeof cost === 'number') return cost
  if (typeof input !== 'object' || input === null) return 1
  const asked = Object.keys(cost).filter((field) => (input as Record<string, unknown>)[field])
  return Math.max(1, ...asked.map((field) => cost[field] ?? 1))
}
