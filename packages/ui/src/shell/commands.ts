import { signOut } from '../data/auth.ts'
import type { IconName } from '../parts/icon.tsx'
import { setTheme, theme } from '../theme/theme.ts'
import { words } from '../words.ts'
import { type Destination, lead } from './destination.ts'

/** A line of the palette. */
export interface Command {
  id: string
  label: string
  icon: IconName
  keys?: string
  run: () => void
}

/** The way to each of these pages. */
export const goTo = (pages: readonly Destination[], route: (path: string) => void): Command[] =>
  pages.map((page) => ({
    id: page.id,
    label: words.palette.goTo(page.label),
    icon: page.icon,
    keys: `g ${page.key}`,
    run: () => lead(page, route),
  }))

/** What concerns only oneself; every app's palette ends with it. */
export function ownCommands(): Command[] {
  const dark = theme.value === 'dark'
  return [
    {
      id: 'theme',
      icon: dark ? 'sun' : 'moon',
      label: dark ? words.member.light : words.member.dark,
      run: () => setTheme(dark ? 'light' : 'dark'),
    },
    { id: 'sign-out', icon: 'sign-out', label: words.member.signOut, run: () => void signOut() },
  ]
}

/** Those in which every typed word begins some word of the label; in their own order. */
export function matching<One extends { label: string }>(list: readonly One[], text: string): One[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return list.filter(({ label }) => {
    const has = label.toLocaleLowerCase().split(/[\s:]+/)
    return wanted.every((want) => has.some((word) => word.startsWith(want)))
  })
}
