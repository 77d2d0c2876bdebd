import '../roles/who-can/access.css'
import './questions.css'
import { Icon, part } from '@rolecall/ui'
import type { ComponentType } from 'preact'
import { useRoute } from 'preact-iso'
import { paths } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { questions } from './list.ts'
import { words } from './words.ts'

/** Those that have no page of their own are answered here. */
const answers: Readonly<Record<string, ComponentType>> = {
  'why-not': part(() => import('./why-not.tsx').then((file) => file.WhyNot)),
  'who-gave': part(() => import('./who-gave.tsx').then((file) => file.WhoGave)),
  'who-sees': part(() => import('./who-sees.tsx').then((file) => file.WhoSees)),
  'role-then': part(() => import('./role-then.tsx').then((file) => file.RoleThen)),
  'if-saved': part(() => import('./if-saved.tsx').then((file) => file.IfSaved)),
  'see-as': part(() => import('./see-as.tsx').then((file) => file.SeeAs)),
  give: part(() => import('./give.tsx').then((file) => file.Give)),
  undo: part(() => import('./take-backs.tsx').then((file) => file.TakeBacks)),
  week: part(() => import('./week.tsx').then((file) => file.Week)),
  tokens: part(() => import('./which-tokens.tsx').then((file) => file.WhichTokens)),
}

/** What one asks about access: a list, and one of them with its answer. */
export function Questions() {
  const { question = '' } = useRoute().params
  const asked = questions().find(({ id }) => id === question)
  const Shown = Object.hasOwn(answers, question) ? answers[question] : undefined
  if (asked && Shown)
    return (
      <Page title={asked.label} back={{ path: paths.questions, label: words.all }}>
        <Shown />
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
