import type { Shown } from '../bridge.ts'
import { Close } from './icons.tsx'
import { Face } from './lines.tsx'
import { words } from './speech.ts'

interface Props {
  config: Shown
  close: () => void
}

/** Whose chat this is, who is there, and whether anybody is. */
export function Header({ config, close }: Props) {
  const { team, online, name } = config
  const names = team.slice(0, 3).map((member) => member.name)
  const more = team.length - names.length
  const state = online ? [words.online, names.join(', ') + (more > 0 ? ` +${more}` : '')] : [words.away]
  const faces = online && names.length ? names : [name]
  return (
    <header>
      <div class="faces" aria-hidden="true">
        {faces.map((face) => (
          <Face name={face} />
        ))}
      </div>
      <div class="who">
        <h1 tabIndex={-1}>{name}</h1>
        <p>
          <i class={online ? 'dot on' : 'dot'} />
          <span>{state.filter(Boolean).join(' · ')}</span>
        </p>
      </div>
      <button type="button" class="icon" aria-label={words.close} onClick={close}>
        <Close />
      </button>
    </header>
  )
}
