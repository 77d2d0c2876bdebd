import { plans } from '@rolecall/permissions'
import { z } from 'zod'

export const input = z.strictObject({ plan: z.enum(plans) })
