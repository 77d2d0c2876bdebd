import uPlot from 'uplot'
import type { Bar } from './bars.ts'
import { dayLabel } from './range.ts'

export interface Colours {
  all: string
  answered: string
  text: string
  line: string
}

/** The tokens as the canvas needs them: resolved for the theme in force. */
export function colours(node: HTMLElement): Colours {
  const resolve = (token: string) => {
    node.style.color = `var(--${token})`
    const value = getComputedStyle(node).color
    node.style.color = ''
    return value
  }
  return { all: resolve('chart-soft'), answered: resolve('focus'), text: resolve('faint'), line: resolve('line') }
}

/** Everything but the size: whole-number axis, day labels that never collide, no legend (the caption is ours). */
export function chartOptions(bars: readonly Bar[], colour: Colours): Omit<uPlot.Options, 'width' | 'height'> {
  const paths = uPlot.paths.bars?.({ size: [0.66, 28], radius: 0.15 })
  const font = `12px ${getComputedStyle(document.body).fontFamily}`
  const axis = { stroke: colour.text, font, ticks: { show: false } }
  const series = (fill: string): uPlot.Series => ({
    fill,
    width: 0,
    points: { show: false },
    ...(paths && { paths }),
  })
  return {
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: [-0.6, bars.length - 0.4] },
      y: { range: (_plot, _min, max) => [0, Math.max(4, Math.ceil(max * 1.1))] },
    },
    series: [{}, series(colour.all), series(colour.answered)],
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 64,
        size: 28,
        gap: 8,
        incrs: [1, 2, 7, 14, 30, 60, 90],
        values: (_plot, at) => at.map((i) => (bars[i] ? dayLabel(bars[i].from) : '')),
      },
      {
        ...axis,
        grid: { stroke: colour.line, width: 1 },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
        size: 36,
      },
    ],
  }
}
