import { router } from '../guard/trpc.ts'
import { setOnline } from './set-online.ts'
import { setWidget } from './set-widget.ts'

// The two switches at the top of the console. Contents page: a verb is a file.
export const switches = router({ setOnline, setWidget })
