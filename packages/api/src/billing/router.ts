import { router } from '../trpc.ts'

export const billing = router({})
