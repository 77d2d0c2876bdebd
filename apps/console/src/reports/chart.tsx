import 'uplot/dist/uPlot.min.css'
import type { ReportDay } from '@rolecall/protocol'
import { media, number, theme } from '@rolecall/ui'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import { type Bar, barsOf } from './bars.ts'
import { chartOptions, colours } from './chart-options.ts'
import { dayLabel } from './range.ts'
import { words } from './words.ts'

/** Bars: all chats, and in front of them those that were answered. Loaded with its page only. */
export function Chart({ days }: { days: readonly ReportDay[] }) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const look = coloursNow()
  const bars = useMemo(() => barsOf(days), [days])
  useEffect(() => {
    const node = box.current
    if (!node) return
    const size = () => ({ width: Math.max(240, node.clientWidth), height: node.clientHeight })
    const hooks = { setCursor: [(plot: uPlot) => setAt(plot.cursor.idx ?? null)] }
    const options = { ...chartOptions(bars, colours(node)), ...size(), hooks }
    const data = [bars.map((_, i) => i), bars.map((bar) => bar.chats), bars.map((bar) => bar.answered)]
    const plot = new uPlot(options, data as uPlot.AlignedData, node)
    const watch = new ResizeObserver(() => plot.setSize(size()))
    watch.observe(node)
    return () => {
      watch.disconnect()
      plot.destroy()
    }
  }, [bars, look])
  const bar = at === null ? undefined : bars[at]
  return (
    <figure class="chart">
      <figcaption>
        <span class="legend legend-chats">{words.chats}</span>
        <span class="legend legend-answered">{words.answered}</span>
        <span class="chart-day">{bar && readout(bar)}</span>
      </figcaption>
      <div class="chart-box" ref={box} role="img" aria-label={words.chartLabel} />
    </figure>
  )
}

/** What the pointer is on: "Wed, Nov 11 · 24 / 18". */
function readout({ from, to, chats, answered }: Bar): string {
  const when = from === to ? dayLabel(from, true) : `${dayLabel(from)} – ${dayLabel(to)}`
  return `${when} · ${words.readout(number(chats), number(answered))}`
}

const dark = media('(prefers-color-scheme: dark)')
const forced = media('(forced-colors: active)')

/** A canvas has no CSS: it is drawn again when its colours change, chosen or by the system. */
const coloursNow = (): string => `${theme.value === 'system' ? dark.value : theme.value} ${forced.value}`
