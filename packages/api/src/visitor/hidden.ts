import { refuse } from '../refuse/errors.ts'

/** "Widget is shown" is off: nobody writes through it, also not past it. */
export const hidden = (): never =>
  refuse('WIDGET_HIDDEN', 'The chat on this page is switched off. Try another way to reach us.')
