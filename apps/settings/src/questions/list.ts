import type { CallName } from '@rolecall/client'
import { mayCall } from '@rolecall/ui'
import { paths } from '../paths.ts'

/** What one asks about access, each with where it is answered. `call`: the one that answers. */
interface Question {
  id: string
  label: string
  call: CallName
  path: string
}

const here = (id: string): string => `${paths.questions}/${id}`

const all = (): Question[] => [
  { id: 'who-can', label: 'Who can …?', call: 'roles.whoCan', path: paths.access },
  {
    id: 'why-not',
    label: 'Why can’t this member …, and who could give it?',
    call: 'questions.whyNot',
    path: here('why-not'),
  },
  { id: 'which-roles', label: 'Which roles can …?', call: 'roles.list', path: paths.matrix },
  { id: 'what-can', label: 'What can this member do?', call: 'roles.whatCan', path: `${paths.access}?member=` },
  { id: 'who-gave', label: 'Who gave them this?', call: 'questions.whoGave', path: here('who-gave') },
  {
    id: 'who-sees',
    label: 'Who can see this chat or contact, now and on a date?',
    call: 'questions.whoSees',
    path: here('who-sees'),
  },
  { id: 'role-then', label: 'What did the role look like then?', call: 'questions.roleThen', path: here('role-then') },
  { id: 'week', label: 'What did this person do in the last week?', call: 'audit.list', path: here('week') },
  { id: 'undo', label: 'Undo a change of yesterday', call: 'audit.list', path: here('undo') },
  { id: 'if-saved', label: 'What changes if I save this role?', call: 'roles.blast', path: here('if-saved') },
  { id: 'see-as', label: 'What would this role or member see?', call: 'roles.preview', path: here('see-as') },
  { id: 'give', label: 'Give something until tomorrow', call: 'access.give', path: here('give') },
  {
    id: 'tokens',
    label: 'Which API tokens act for whom, with what rights?',
    call: 'questions.whichTokens',
    path: here('tokens'),
  },
]

/** Those that this member may ask. */
export const questions = (): Question[] => all().filter(({ call }) => mayCall(call))
