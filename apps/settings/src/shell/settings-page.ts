import type { PageOf } from '@rolecall/ui'
import type { words } from '../words.ts'

/** A page of the settings; its group is a heading of the navigation. */
export type SettingsPage = PageOf<keyof typeof words.groups>
