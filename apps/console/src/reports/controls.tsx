import { Field, plural, Select, session } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words } from '../words.ts'
import { lastDays, type Range, wrongRange } from './range.ts'

const presets = [7, 30, 90, 365]

/** Which days, and whose midnight divides them. */
export function Controls({ range, onRange, timeZone, onTimeZone }: ControlsProps) {
  const [preset, setPreset] = useState('30')
  const wrong = wrongRange(range)
  const choose = (value: string) => {
    setPreset(value)
    if (value !== 'custom') onRange(lastDays(Number(value), timeZone))
  }
  return (
    <div class="controls">
      <Select
        label={words.reports.range}
        value={preset}
        onChange={choose}
        options={[
          ...presets.map((days) => ({ value: String(days), label: plural(days, words.reports.days) })),
          { value: 'custom', label: words.reports.custom },
        ]}
      />
      {preset === 'custom' && (
        <>
          <Field
            label={words.reports.from}
            type="date"
            value={range.from}
            max={range.to}
            onInput={(from) => onRange({ ...range, from })}
          />
          <Field
            label={words.reports.to}
            type="date"
            value={range.to}
            min={range.from}
            onInput={(to) => onRange({ ...range, to })}
            error={wrong === 'order' ? words.reports.wrongOrder : wrong === 'long' ? words.reports.tooLong : undefined}
          />
        </>
      )}
      <Select
        label={words.reports.zone}
        value={timeZone}
        options={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        onChange={(zone) => {
          onTimeZone(zone)
          if (preset !== 'custom') onRange(lastDays(Number(preset), zone))
        }}
      />
    </div>
  )
}

/** The account's, this reader's and UTC first, then all that the browser knows. */
function zones(): string[] {
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([session.value?.account.timeZone ?? 'UTC', mine, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}

interface ControlsProps {
  range: Range
  onRange: (range: Range) => void
  timeZone: string
  onTimeZone: (zone: string) => void
}
