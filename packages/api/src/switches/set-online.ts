import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { says } from './says.ts'
import { type Switches, setSwitch } from './set.ts'

/** "Our team is online". Off: visitors get the form to leave a message. */
export const setOnline = guard
  .may('team.status')
  .input(z.strictObject({ online: z.boolean() }))
  .mutation(({ ctx, input }): Promise<Switches> => setSwitch(ctx, says.setOnline, { online: input.online }))
