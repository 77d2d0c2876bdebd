import { router } from '../trpc.ts'
import { preview } from './preview.ts'

export const roles = router({ preview })
