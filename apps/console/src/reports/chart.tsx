import 'uplot/dist/uPlot.min.css'
import type { ReportDay } from '@rolecall/protocol'
import { duration, number, theme } from '@rolecall/ui'
import { useEffect, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import { words } from '../words.ts'
import { chartOptions, colours } from './chart-options.ts'
import { dayLabel } from './range.ts'

/** Bars per day: all chats, and in front of them those that were answered. Loaded with its page only. */
export function Chart({ days }: { days: readonly ReportDay[] }) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const dark = useDark()
  useEffect(() => {
    const node = box.current
    if (!node) return
    const size = () => ({ width: Math.max(240, node.clientWidth), height: node.clientHeight })
    const options = {
      ...chartOptions(days, colours(node)),
      ...size(),
      hooks: { setCursor: [(plot: uPlot) => setAt(plot.cursor.idx ?? null)] },
    }
    const plot = new uPlot(
      options,
      [days.map((_, i) => i), days.map((day) => day.chats), days.map((day) => day.answered)],
      node,
    )
    const watch = new ResizeObserver(() => plot.setSize(size()))
    watch.observe(node)
    return () => {
      watch.disconnect()
      plot.destroy()
    }
  }, [days, dark])
  const day = at === null ? undefined : days[at]
  return (
    <figure class="chart">
      <figcaption>
        <span class="legend legend-chats">{words.reports.chats}</span>
        <span class="legend legend-answered">{words.reports.answered}</span>
        <span class="chart-day">{day && readout(day)}</span>
      </figcaption>
      <div class="chart-box" ref={box} role="img" aria-label={words.reports.chartLabel} />
    </figure>
  )
}

function readout(day: ReportDay): string {
  const parts = [dayLabel(day.day, true), `${number(day.chats)} / ${number(day.answered)}`]
  if (day.firstResponse !== null) parts.push(duration(day.firstResponse))
  return parts.join(' · ')
}

/** A canvas has no CSS: it is drawn again when the theme changes, chosen or by the system. */
function useDark(): boolean {
  const [system, setSystem] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const listen = () => setSystem(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  return theme.value === 'system' ? system : theme.value === 'dark'
}
