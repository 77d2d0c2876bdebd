import { part } from '@rolecall/ui'

/** The dialog that gives more, loaded when it is opened. */
export const GiveAccess = part(() => import('./give-access.tsx').then((file) => file.GiveAccess), null)
