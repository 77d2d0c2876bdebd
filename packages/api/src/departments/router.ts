import { router } from '../trpc.ts'

export const departments = router({})
