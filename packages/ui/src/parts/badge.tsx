import type { ComponentChildren } from 'preact'

/** A short state in words, such as Open. Colour helps and is never alone. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>
}

/** How many wait, such as unread messages; over 99 it reads 99+. `label` is what a screen reader says. */
export function Count({ value, label, strong = false }: { value: number; label?: string; strong?: boolean }) {
  if (value <= 0) return null
  return (
    <span class={`count${strong ? ' count-strong' : ''}`}>
      <span aria-hidden={label ? true : undefined}>{value > 99 ? '99+' : value}</span>
      {label && <span class="visually-hidden">{label}</span>}
    </span>
  )
}

/** A state as a dot, with its word beside it for those who do not see colours. */
export function Dot({ tone, label }: { tone: 'good' | 'warn' | 'bad' | 'off' | 'accent'; label?: string }) {
  return <span class={`dot dot-${tone}`}>{label && <span class="visually-hidden">{label}</span>}</span>
}

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent'
