import { WhyNot } from './why-not.tsx'
import { words } from './words.ts'

/** Give something until tomorrow: what they lack, and the button beside it. */
export const Give = () => (
  <>
    <p>{words.giveLead}</p>
    <WhyNot />
  </>
)
