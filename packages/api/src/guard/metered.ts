import { type Context, house } from './context.ts'

interface Metered {
  ctx: Context
  /** The door's name. */
  path: string
  units: number
  /** For anybody, whoever else they say they are. */
  open?: boolean
}

/** Runs a call within what its caller is allowed, and what its door can do at this moment. Every call goes through here. */
export function metered<T>({ ctx, path, units, open = false }: Metered, run: () => Promise<T>): Promise<T> {
  const { meter, fuse } = ctx[house]
  const tried = () => fuse.run(path, run)
  return meter ? meter.run(ctx, open, units, tried) : tried()
}
