import { router } from '../trpc.ts'

export const join = router({})
