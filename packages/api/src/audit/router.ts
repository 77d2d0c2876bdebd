import { router } from '../trpc.ts'

export const audit = router({})
