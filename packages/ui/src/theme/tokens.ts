// The one source of how everything looks. theme/css.ts turns it into custom properties: `--canvas`, `--space-4`, …
// Each colour is [light, dark]. theme/contrast.test.ts holds every text on every surface to 4.5 : 1.

/** What lies behind: from the app's edge to what floats above it. */
export const surfaces = {
  canvas: ['#f6f5f2', '#111113'],
  surface: ['#ffffff', '#19191c'],
  sunken: ['#faf9f7', '#151517'],
  raised: ['#ffffff', '#222226'],
  hover: ['#f0eeea', '#26262b'],
  selected: ['#e9edfb', '#252b45'],
} as const

/** Text that may stand on any surface. */
export const texts = {
  text: ['#1b1a18', '#edebe7'],
  soft: ['#55524b', '#b7b4ad'],
  faint: ['#696660', '#9b9891'],
  link: ['#3047b8', '#a5b5ff'],
  good: ['#146540', '#66d19b'],
  warn: ['#7d4a00', '#eeb75c'],
  bad: ['#ab2019', '#ff9d94'],
} as const

/** A fill and the one text that stands on it. */
export const fills = {
  accent: ['#3a53cc', '#4b63dd'],
  'accent-hover': ['#2f46b3', '#5069e2'],
  danger: ['#bb2d23', '#c03c32'],
  'danger-hover': ['#a1251c', '#c5423a'],
  'good-tint': ['#e2f3e9', '#16302a'],
  'warn-tint': ['#fbf0d9', '#33290f'],
  'bad-tint': ['#fce8e5', '#3d1d1b'],
  note: ['#fdf4d2', '#352d14'],
  mine: ['#e6ebfc', '#2a3357'],
  theirs: ['#f1f0ec', '#27272b'],
  tip: ['#2a2926', '#3a3a40'],
} as const

export const onFills = {
  accent: ['#ffffff', '#ffffff'],
  'accent-hover': ['#ffffff', '#ffffff'],
  danger: ['#ffffff', '#ffffff'],
  'danger-hover': ['#ffffff', '#ffffff'],
  'good-tint': ['#125a39', '#7fdcae'],
  'warn-tint': ['#6f4200', '#f2c272'],
  'bad-tint': ['#97190f', '#ffaaa2'],
  note: ['#574204', '#f3e0a8'],
  mine: ['#1b2552', '#e3e8ff'],
  theirs: ['#1b1a18', '#edebe7'],
  tip: ['#ffffff', '#f4f3f1'],
} as const satisfies Record<keyof typeof fills, readonly [string, string]>

/** Edges and marks that carry no text; `focus`, `edge` and the dots keep 3 : 1 (WCAG 1.4.11). */
export const marks = {
  line: ['#e6e3dd', '#2d2d32'],
  'line-strong': ['#d3cfc7', '#42424a'],
  edge: ['#8c887f', '#77757e'],
  focus: ['#3a53cc', '#8ea2ff'],
  'chart-soft': ['#c7d1f4', '#36406b'],
  'dot-good': ['#1d8a56', '#3fbf80'],
  'dot-warn': ['#a86a00', '#e0a33a'],
  'dot-bad': ['#c4362b', '#f2766b'],
} as const

/** Avatars: picked by id, so that a person keeps their colour. [background, text] pairs. */
export const people = {
  1: { fill: ['#dfe6fb', '#2b3660'], on: ['#26388f', '#c6d1ff'] },
  2: { fill: ['#d9f0e6', '#183b30'], on: ['#0f5a3c', '#94e0bf'] },
  3: { fill: ['#fbe6d4', '#46301c'], on: ['#7f3f06', '#ffcb9b'] },
  4: { fill: ['#f6dfee', '#472540'], on: ['#812163', '#fbb7e2'] },
  5: { fill: ['#e6e1fa', '#352c5c'], on: ['#4b319c', '#d2c6ff'] },
  6: { fill: ['#dceef5', '#173a48'], on: ['#0b5168', '#98daf0'] },
  7: { fill: ['#f3ecc9', '#3d3613'], on: ['#5f5000', '#eadb84'] },
} as const

/** 4 px grid. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32, 10: 40, 12: 48, 16: 64 } as const

export const radius = { s: 6, m: 10, full: 999 } as const

/** size / line height in px: body text is 14 / 20. */
export const type = {
  xs: [11, 16],
  s: [12, 16],
  m: [14, 20],
  l: [16, 24],
  xl: [20, 28],
  xxl: [26, 32],
} as const

/** Milliseconds. Zero under reduced motion. */
export const motion = { quick: 90, calm: 150 } as const

/** Only for what floats. */
export const shadow = {
  float: [
    '0 1px 2px rgb(28 26 20 / 8%), 0 8px 28px rgb(28 26 20 / 14%)',
    '0 1px 2px rgb(0 0 0 / 50%), 0 12px 32px rgb(0 0 0 / 55%)',
  ],
} as const

export const font = {
  sans: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Open Sans', sans-serif",
  mono: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', 'Noto Sans Mono', monospace",
} as const
