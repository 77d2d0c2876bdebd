import type { AnyPermission, CallName } from '@rolecall/client'
import type { ComponentType } from 'preact'
import type { IconName } from '../parts/icon.tsx'
import { mayCall } from '../session/session.ts'
import type { Destination } from './destination.ts'

/** What stands at one address, as it says itself. */
export interface Screen {
  path: string
  /** Behind the address, as the router reads them: `/:view?/:chatId?`. */
  params?: string
  /** The call without which it has nothing to show, and what that call needs. */
  call: CallName
  permission: AnyPermission
  load: () => Promise<ComponentType>
}

/**
 * A page of an app, as it declares itself in `<noun>/page.ts`. Router, navigation, palette, keys and tests read the app's
 * `pages.ts`, which has one line for each; nothing else lists pages.
 */
export interface PageOf<Group extends string = string> extends Screen {
  /** How the navigation shows it; absent where only other pages lead to it. */
  nav?: {
    label: string
    icon: IconName
    /** Second key after `g`. */
    key: string
    group: Group
  }
  /** What stands below it, each with an address of its own. */
  within?: readonly Screen[]
}

/** A page of the navigation. */
export interface Entry<Group extends string = string> extends Destination {
  group: Group
  call: CallName
}

/** The pages of the navigation that this member may open now, in the order of the list. */
export const entriesOf = <Group extends string>(pages: readonly PageOf<Group>[]): Entry<Group>[] =>
  pages.flatMap(({ nav, path, call }) => (nav && mayCall(call) ? [{ ...nav, path, call, id: idOf(path) }] : []))

/** `/settings/roles` → `roles`. */
const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export const screensOf = (pages: readonly PageOf[]): Screen[] => pages.flatMap((page) => [page, ...(page.within ?? [])])
