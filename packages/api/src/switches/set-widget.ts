import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { says } from './says.ts'
import { type Switches, setSwitch } from './set.ts'

/** "Widget is shown". Off: pages show nothing at all. */
export const setWidget = guard
  .may('widget.visibility')
  .input(z.strictObject({ shown: z.boolean() }))
  .mutation(({ ctx, input }): Promise<Switches> => setSwitch(ctx, says.setWidget, { widgetShown: input.shown }))
