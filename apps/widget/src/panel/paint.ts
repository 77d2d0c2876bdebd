import type { Shown } from '../bridge.ts'

/** Sets `--color`, what stands `--on` it, and a `--deep` shade that takes the colour further away from the text. */
export function paint(style: CSSStyleDeclaration, { color, on }: Shown): void {
  const values = { color, on, deep: on === '#fff' ? '#0003' : '#fff4' }
  for (const [name, value] of Object.entries(values)) style.setProperty(`--${name}`, value)
}
