import type { Api } from '@rolecall/api'
import type { Refusal } from '@rolecall/protocol'
import type { TRPCLink } from '@trpc/client'
import { tap } from '@trpc/server/observable'
import { refusalOf } from './refusal.ts'

/** Lets somebody hear of every refusal on its way to whoever called. */
export const telling =
  (hear: (refusal: Refusal) => void = () => {}): TRPCLink<Api> =>
  () =>
  ({ op, next }) =>
    next(op).pipe(
      tap({
        error: (error) => {
          const refusal = refusalOf(error)
          if (refusal) hear(refusal)
        },
      }),
    )
