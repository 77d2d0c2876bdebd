import '../roles/who-can/access.css'
import './questions.css'
import { Icon } from '@rolecall/ui'
import type { ComponentChild } from 'preact'
import { useRoute } from 'preact-iso'
import { paths } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { questions } from './list.ts'
import { RoleThen } from './role-then.tsx'
import { Week } from './week.tsx'
import { WhichTokens } from './which-tokens.tsx'
import { WhoGave } from './who-gave.tsx'
import { WhoSees } from './who-sees.tsx'
import { WhyNot } from './why-not.tsx'
import { words } from './words.ts'

/** Those that have no page of their own are answered here. */
const answers: Readonly<Record<string, () => ComponentChild>> = {
  'why-not': () => <WhyNot />,
  'who-gave': () => <WhoGave />,
  'who-sees': () => <WhoSees />,
  'role-then': () => <RoleThen />,
  week: () => <Week />,
  tokens: () => <WhichTokens />,
}

/** What one asks about access: a list, and one of them with its answer. */
export function Questions() {
  const { question = '' } = useRoute().params
  const asked = questions().find(({ id }) => id === question)
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined
  if (asked && answer)
    return (
      <Page title={asked.label} back={{ path: paths.questions, label: words.all }}>
        {answer()}
      </Page>
    )
  return (
    <Page title={words.title} lead={words.lead}>
      <ul class="questions">
        {questions().map(({ id, label, path }) => (
          <li key={id}>
            <a class="card" href={path}>
              <span>{label}</span>
              <Icon name="chevron-right" size={18} />
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
