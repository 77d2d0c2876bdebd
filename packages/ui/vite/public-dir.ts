import { fileURLToPath } from 'node:url'

/** What every app serves beside its own files: the icon, and the script that keeps a chosen theme from flashing. */
export const publicDir = fileURLToPath(new URL('../public', import.meta.url))
