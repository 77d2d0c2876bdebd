import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { says } from './says.ts'
import { setOnline } from './set-online.ts'
import { setWidget } from './set-widget.ts'

/** The two switches at the top of the console. */
export const switches = feature('switches', {
  router: router({ setOnline, setWidget }),
  audit: says,
})
