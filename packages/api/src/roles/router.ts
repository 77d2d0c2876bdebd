import { router } from '../trpc.ts'

export const roles = router({})
