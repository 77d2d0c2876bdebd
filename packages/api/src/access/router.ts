import { router } from '../trpc.ts'

export const access = router({})
