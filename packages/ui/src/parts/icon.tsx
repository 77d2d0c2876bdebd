import { shapes } from './shapes.ts'

export type IconName = keyof typeof shapes

/** A line icon, 20 px on a 20 grid, in the colour of the text. Says nothing by itself: the control has the name. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}
