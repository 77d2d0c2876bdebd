import type { Route } from './route.ts'
import { router } from './trpc.ts'

// Contents page: every procedure and every guarded route of ours. One line each, no logic.

export const routers = router({})

export const routes: readonly Route[] = []
