import { defineSection } from '../section.ts'

export const billing = defineSection('billing', {
  label: 'Billing',
  describes: 'Plan, card and invoices',
  actions: {
    view: {
      label: 'See plan and invoices',
      describes: 'Shows the plan, the seats and past invoices',
      risk: 'medium',
      roles: ['Supervisor'],
    },
    card: {
      label: 'Change or delete the credit card',
      describes: 'Decides which card is charged',
      risk: 'high',
      needs: ['billing.view'],
    },
    details: {
      label: 'Edit billing information',
      describes: 'Changes the name, address and tax number on invoices',
      risk: 'high',
      needs: ['billing.view'],
    },
    plan: {
      label: 'Change the pricing plan',
      describes: 'Changes what the account pays and what it may use',
      risk: 'high',
      needs: ['billing.view'],
    },
    cancel: {
      label: 'Cancel the subscription',
      describes: 'Ends the paid plan at the end of its period',
      risk: 'high',
      needs: ['billing.view'],
    },
  },
})
