import { words as shared } from '../words.ts'

/** The words of the door: signing in, a new password, set-up, an invitation. */
export const words = {
  ...shared,

  door: {
    title: 'Sign in',
    welcome: 'Welcome back',
    email: 'Email',
    password: 'Password',
    forgot: 'Forgot password?',
    submit: 'Sign in',
    back: 'Back to sign in',
  },

  now: {
    signedIn: (name: string, account: string) => `You are signed in as ${name} of ${account} here now.`,
    replaced: 'Whoever comes in here takes their place in this browser.',
    goOn: (name: string) => `Go on as ${name}`,
  },

  choose: {
    title: 'Choose an account',
    lead: (email: string) => `${email} works in several. You can move on later from your own menu.`,
  },

  forgot: {
    title: 'Reset your password',
    body: 'We send a link to your email. It works once, for one hour.',
    submit: 'Send the link',
    sentTitle: 'Look into your mail',
    sent: (email: string) => `If ${email} belongs to a member, a link is on its way.`,
  },

  reset: {
    title: 'Choose a new password',
    password: 'New password',
    hint: 'At least 10 characters. A short sentence is good.',
    submit: 'Save the password',
    doneTitle: 'Your password is changed',
    done: 'Sign in with the new one.',
    badTitle: 'This link no longer works',
    bad: 'It was used already, or it is too old. Ask for a new one.',
    again: 'Send a new link',
  },

  setup: {
    title: 'Set up Rolecall',
    body: 'You become the first Administrator of this account.',
    account: 'Name of your company or site',
    name: 'Your name',
    submit: 'Create the account',
    doneTitle: 'Rolecall is set up already',
    done: 'This link works once. Sign in with the account that was made.',
    badTitle: 'This set-up link is not complete',
    bad: 'Copy the whole link that the server printed at its first start.',
  },

  join: {
    waiting: 'Your invitation',
    title: (account: string) => `Join ${account}`,
    lead: (by: string, role: string) => `${by} invites you to the team, as ${role}.`,
    password: 'Your password',
    known: 'You were on this team before. Use the password that you had.',
    have: 'The one that you sign in with here, with this address.',
    toPassword: 'I sign in here with this address already',
    toNew: 'I am new here',
    toAnew: 'Choose a new password',
    wrong: 'Nobody signs in here with this address and this password. Try again, or choose a new one.',
    wrongKnown: 'This is not the password that you had. Try again, or open the link of the letter to choose a new one.',
    submit: 'Join the team',
    badTitle: 'This invitation is not good any more',
    bad: 'It was used already, taken back, or it is too old. Ask whoever invited you for a new one.',
  },
} as const
