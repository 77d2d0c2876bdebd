import type { Lines } from './line.ts'

export const widget: Lines<'widget'> = {
  seen: { who: 'widget.customize', method: 'GET' },
}
