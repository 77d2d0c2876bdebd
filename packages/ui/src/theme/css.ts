import { fills, font, marks, motion, onFills, people, radius, shadow, space, surfaces, texts, type } from './tokens.ts'

type Pair = readonly [light: string, dark: string]

/** The style sheet of tokens.ts: one layer, one `:root`, both themes. Written into `@rolecall/ui/style.css` by vite/tokens.ts. */
export function tokensCss(): string {
  const lines = [
    ...colours(surfaces),
    ...colours(texts),
    ...colours(fills),
    ...Object.entries(onFills).map(([name, pair]) => colour(`on-${name}`, pair)),
    ...colours(marks),
    ...Object.entries(people).flatMap(([n, p]) => [colour(`person-${n}`, p.fill), colour(`on-person-${n}`, p.on)]),
    ...Object.entries(space).map(([step, px]) => `--space-${step}: ${px}px;`),
    ...Object.entries(radius).map(([name, px]) => `--radius-${name}: ${px}px;`),
    ...Object.entries(type).map(
      ([name, [size, line]]) => `--type-${name}: ${size / 16}rem/${line / 16}rem var(--font-sans);`,
    ),
    ...Object.entries(font).map(([name, stack]) => `--font-${name}: ${stack};`),
    ...Object.entries(motion).map(([name, ms]) => `--motion-${name}: ${ms}ms;`),
  ]
  const still = Object.keys(motion).map((name) => `--motion-${name}: 0ms;`)
  return `@layer tokens {
  :root { color-scheme: light dark; ${lines.join(' ')} ${shadows(0)} }
  @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${shadows(1)} } }
  :root[data-theme='dark'] { color-scheme: dark; ${shadows(1)} }
  :root[data-theme='light'] { color-scheme: light; }
  @media (prefers-reduced-motion: reduce) { :root { ${still.join(' ')} } }
}
`
}

const colour = (name: string, [light, dark]: Pair) => `--${name}: light-dark(${light}, ${dark});`
const colours = (group: Record<string, Pair>) => Object.entries(group).map(([name, pair]) => colour(name, pair))

/** light-dark() takes colours only, so whole shadows are chosen by selector. */
const shadows = (theme: 0 | 1) =>
  Object.entries(shadow)
    .map(([name, pair]) => `--shadow-${name}: ${pair[theme]};`)
    .join(' ')
