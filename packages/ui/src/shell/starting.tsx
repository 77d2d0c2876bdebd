import { words } from '../words.ts'
import { Mark } from './mark.tsx'

/** Until it is known who is here. The page's HTML carries the same (vite/app.html): nothing moves when the script comes. */
export const Starting = () => (
  <div class="starting" role="status">
    <Mark size={40} />
    <p>{words.loading}</p>
  </div>
)
