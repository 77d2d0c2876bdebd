import type { IconName } from '../parts/icon.tsx'

/** A page that the palette and the keys lead to. */
export interface Destination {
  id: string
  label: string
  icon: IconName
  path: string
  /** Second key after `g`. */
  key: string
  /** In another app of ours: the browser loads that one. */
  away?: boolean
}

export const lead = ({ path, away }: Destination, route: (path: string) => void): void =>
  away ? location.assign(path) : route(path)
