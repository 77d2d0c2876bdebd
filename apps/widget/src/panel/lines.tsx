import { Component } from 'preact'
import type { Shown } from '../bridge.ts'
import { Bubble, Foot } from './bubble.tsx'
import { type Block, blocks, initial } from './format.ts'
import { language, words } from './speech.ts'
import { answered, type Line } from './thread.ts'

interface Props {
  lines: readonly Line[]
  config: Shown
  again: (id: string) => void
}

/** The greeting and all that was said. What is being written changes nothing here, so it is not drawn again. */
export class Lines extends Component<Props> {
  override shouldComponentUpdate({ lines, config }: Props) {
    return lines !== this.props.lines || config !== this.props.config
  }

  render({ lines, config, again }: Props) {
    const newest = lines.findLast((line) => line.mine)
    const foot = (line: Line) => (
      <Foot line={line} newest={line === newest} seen={answered(lines, line)} again={again} />
    )
    return (
      <>
        {config.greeting && (
          <section class="block">
            <p class="name">{config.name}</p>
            <Face name={config.name} />
            <Bubble body={config.greeting} />
          </section>
        )}
        {blocks(lines, language).map((block) => [
          block.day && <h2 key={block.day}>{block.day}</h2>,
          <Said key={block.lines[0]?.id} block={block} team={config.name} foot={foot} />,
        ])}
      </>
    )
  }
}

function Said({
  block: { lines },
  team,
  foot,
}: {
  block: Block
  team: string
  foot: (line: Line) => preact.JSX.Element
}) {
  const { mine, name } = lines[0] as Line
  return (
    <section class={mine ? 'block mine' : 'block'}>
      <p class="name">{mine ? words.you : name || words.team}</p>
      {!mine && <Face name={name || team} />}
      {lines.map((line, index) => [
        <Bubble body={line.body} key={line.id} />,
        (index === lines.length - 1 || line.state === 'failed') && foot(line),
      ])}
    </section>
  )
}

/** Stands for a face; the name is beside it. */
export const Face = ({ name }: { name: string }) => (
  <span class="face" aria-hidden="true">
    {initial(name)}
  </span>
)
