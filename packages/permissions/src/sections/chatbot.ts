import { defineSection } from '../section.ts'

export const chatbot = defineSection('chatbot', {
  label: 'Chatbot',
  describes: 'Flows that answer visitors by themselves',
  actions: {
    manage: {
      label: 'Edit and publish the chatbot',
      describes: 'Decides what every visitor is told before a person answers',
      risk: 'medium',
      roles: ['Supervisor', 'Agent'],
    },
  },
})
