import { feature } from '@rolecall/api'
import { pages } from './pages.ts'
import { seedDemo } from './seed.ts'
import { signInRouter } from './sign-in.ts'

/** `--demo`: an account full of invented people, and pages that sign anybody in to it. Never without being asked for. */
export const demo = { seed: seedDemo, features: [feature('demo', { router: signInRouter })], pages }
