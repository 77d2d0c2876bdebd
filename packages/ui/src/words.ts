// The words that every app of ours says in the same way; each app adds its own. A sentence says what happened and what to
// do; a button says the action.

export const words = {
  product: 'Rolecall',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  retry: 'Try again',
  loading: 'Loading…',
  back: 'Back',
  skip: 'Skip to content',
  unread: { one: '{n} chat has something unread', other: '{n} chats have something unread' },

  copy: {
    button: 'Copy',
    done: 'Copied.',
    failed: 'The browser did not allow it. The text is selected: copy it by hand.',
  },

  risk: { low: 'Low risk', medium: 'Medium risk', high: 'High risk' },

  member: {
    menu: 'Your account',
    theme: 'Theme',
    system: 'Theme: as the system',
    light: 'Theme: light',
    dark: 'Theme: dark',
    access: 'What may I do?',
    profile: 'Your profile',
    signOut: 'Sign out',
    at: (account: string, role: string) => `${account}, as ${role}`,
  },

  keys: {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    palette: 'Commands',
    help: 'Keyboard shortcuts',
  },

  palette: {
    title: 'Commands',
    placeholder: 'Find a page or an action',
    none: 'Nothing by that name.',
    goTo: (page: string) => `Go to ${page}`,
  },

  connection: {
    reconnecting: 'Reconnecting…',
    now: 'Try now',
    offline: 'Offline. What you write stays here until the network is back.',
  },

  session: {
    lost: (role: string) =>
      `Your role is now ${role}. What it may not do has gone from the screen; your drafts are kept.`,
    gained: (role: string) => `Your role is now ${role}. You may do more than before.`,
    sameRole: {
      lost: (role: string) =>
        `As ${role} you may do less than before. What has ended has gone from the screen; your drafts are kept.`,
      gained: (role: string) => `As ${role} you may do more than before.`,
    },
    ended: 'You have been signed out. Sign in to go on.',
  },

  other: {
    title: (name: string, account: string) => `You are signed in as ${name} of ${account} here now`,
    body: (name: string, account: string) =>
      `This page is of ${name} of ${account}. What is written on it is kept, and nothing is sent as somebody else.`,
    goOn: (name: string) => `Go on as ${name}`,
    back: (account: string) => `Back to ${account}`,
    password: (name: string) => `Password of ${name}`,
    signIn: (name: string) => `Sign in as ${name}`,
  },

  download: {
    done: (name: string) => `${name} is downloaded.`,
    failed: 'The file did not come. Check your network, then try again.',
    preview: () => 'This is a preview: nothing is downloaded.',
  },

  typed: {
    kept: 'What you wrote is kept: it is there when you come back.',
    discard: 'Discard',
    before: 'You began this before. It is not saved yet.',
    anew: 'Begin anew',
  },

  failure: {
    unreachable: 'The server does not answer. Check your network, then try again.',
    request: 'request',
    title: 'This could not be loaded',
    stuck: 'Rolecall cannot be reached',
    page: 'This page could not be shown',
    pageBody: 'The server does not answer, or a newer version is out. Load the page again; your drafts are kept.',
    reload: 'Load again',
  },

  identity: {
    wrong: 'Email and password do not match. Check both, or reset your password.',
    tooManyUntil: (wait: string) => `Too many attempts. Try again in ${wait}.`,
  },

  reach: {
    all: 'all chats',
    departments: (names: readonly string[]) => `chats of ${new Intl.ListFormat('en').format(names)}`,
    unrouted: 'nobody’s chats without a department',
    any: 'nobody’s chats',
    and: ', and ',
    theirs: 'only the chats assigned to them',
    yours: 'only the chats assigned to you',
    you: (chats: string) => `You see ${chats}`,
  },

  denied: {
    title: (label: string) => `Your role does not include “${label}”`,
    body: (role: string) => `You are signed in as ${role}.`,
    granters: (names: string) => `${names} can grant it.`,
    nobody: 'Nobody in this account can grant it at the moment.',
    goTo: (page: string) => `Go to ${page}`,
    missing: 'Missing permission',
  },

  request: {
    button: 'Request access',
    reason: 'Why do you need it?',
    hint: 'May be left empty. Whoever decides reads it.',
    send: 'Send the request',
    asked: 'Asked.',
    withdraw: 'Withdraw',
    refused: (by: string, answer: string | null) => (answer ? `${by} said no: “${answer}”` : `${by} said no.`),
  },

  preview: {
    banner: (whom: string) => `You see the console as ${whom} would. Nothing can be changed, and “Mine” is yours.`,
    leave: 'Leave preview',
    over: 'There is nothing to look through',
  },

  notFound: {
    title: 'There is no page here',
    body: 'The address may be mistyped, or what was here is gone.',
    home: 'Go to the start',
  },
} as const
