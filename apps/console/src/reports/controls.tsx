import { Field, plural, Select, session } from '@rolecall/ui'
import { type Choice, longest, type Range, rangeOf, wrongRange } from './range.ts'
import { words } from './words.ts'

const presets = [7, 30, 90, 365]

/** Which days, and whose midnight divides them. */
export function Controls({ choice, onChoice }: { choice: Choice; onChoice: (choice: Choice) => void }) {
  const { timeZone } = choice
  const range = rangeOf(choice)
  const own = (change: Partial<Range>) => onChoice({ timeZone, range: { ...range, ...change } })
  return (
    <div class="controls">
      <Select
        label={words.range}
        value={'days' in choice ? String(choice.days) : 'own'}
        onChange={(value) => (value === 'own' ? own({}) : onChoice({ timeZone, days: Number(value) }))}
        options={[
          ...presets.map((days) => ({ value: String(days), label: plural(days, words.days) })),
          { value: 'own', label: words.custom },
        ]}
      />
      {'range' in choice && <OwnDates range={range} onChange={own} />}
      <Select
        label={words.zone}
        value={timeZone}
        options={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        onChange={(zone) => onChoice({ ...choice, timeZone: zone })}
      />
    </div>
  )
}

function OwnDates({ range, onChange }: { range: Range; onChange: (change: Partial<Range>) => void }) {
  const wrong = wrongRange(range)
  return (
    <>
      <Field label={words.from} type="date" value={range.from} onInput={(from) => onChange({ from })} />
      <Field
        label={words.to}
        type="date"
        value={range.to}
        onInput={(to) => onChange({ to })}
        error={wrong ? wrongWords[wrong] : undefined}
      />
    </>
  )
}

const wrongWords = {
  day: words.noDay,
  order: words.wrongOrder,
  long: words.tooLong(String(longest)),
}

/** The account's, this reader's and UTC first, then all that the browser knows. */
function zones(): string[] {
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([session.value?.account.timeZone ?? 'UTC', mine, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}
