import { defineSection } from '../section.ts'

export const replies = defineSection('replies', {
  label: 'Saved replies',
  describes: 'Answers that the team writes once and uses often',
  actions: {
    use: {
      label: 'Use saved replies',
      describes: 'Offers the saved replies in the composer',
      risk: 'low',
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    manage: {
      label: 'Create and edit saved replies',
      describes: 'Changes what everybody on the team sends',
      risk: 'medium',
      needs: ['replies.use'],
      roles: ['Supervisor', 'Agent'],
    },
  },
})
