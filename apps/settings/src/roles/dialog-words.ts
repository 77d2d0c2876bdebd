/** The words of what is loaded when it is opened: a new role, the dialogs of one that is there. */
export const dialogWords = {
  create: {
    from: (name: string) => `A copy of ${name}. Nobody holds it until you give it to somebody.`,
    scratch: 'Starts with nothing: switch on what it may do. Nobody holds it until you give it to somebody.',
    copyName: (name: string) => `${name} (copy)`,
    left: (names: string) => `Left out of the copy, because you do not hold it yourself: ${names}.`,
  },

  review: {
    title: (name: string) => `What saving “${name}” changes`,
    who: 'Who it concerns',
    tokens: 'API tokens',
    tokenOf: (name: string, owner: string) => `${name}, of ${owner}`,
    gains: (names: string) => `gains ${names}`,
    loses: (names: string) => `loses ${names}`,
    scopeOnly: 'sees other chats',
    inviteNote: {
      one: '{n} open invitation gives the role as it is then.',
      other: '{n} open invitations give the role as it is then.',
    },
    asking: 'Working out whom it concerns…',
    noBlast: 'Whom it concerns could not be worked out.',
  },

  gone: {
    body: 'Somebody has deleted it, or the address is mistyped.',
    draft: 'Somebody has deleted this role. Your changes are still here.',
    asNew: 'Make a new role of them',
  },

  merge: {
    news: (who: string) => `${who} has saved this role in between`,
    somebody: 'Somebody',
    newsBody: 'Nothing of yours is lost. See what they changed and put both together.',
    open: 'Merge',
    title: 'Put both together',
    theirs: (who: string) => `${who} changed`,
    mine: 'You changed',
    result: 'What saving both changes now',
    choose: 'You both changed it: choose',
    name: 'Name',
    scope: 'Chats it sees',
    yours: (what: string) => `Mine: ${what}`,
    other: (what: string) => `Theirs: ${what}`,
    drop: 'Drop mine',
    goOn: 'Go on editing',
    save: 'Save both',
    nothing: 'Nothing that would differ',
    merged: 'Both are together now. Save when you are ready.',
  },

  remove: {
    title: (name: string) => `Delete “${name}”?`,
    nobody: 'Nobody holds it and nobody is invited to it. Its versions stay in the history.',
    held: (who: string) => `It has ${who}. Choose the role that they get instead, at once.`,
    instead: 'Role they get instead',
    choose: 'Choose a role…',
    chooseFirst: 'Choose the role that they get instead.',
    yes: 'Delete role',
    done: (name: string) => `“${name}” is deleted.`,
    doneFor: (name: string, instead: string) => `“${name}” is deleted. Who had it has “${instead}” now.`,
    means: 'What that means',
  },

  deleted: {
    lead: 'Deleted. Nobody holds it; what it was can be read here, and it can be restored.',
    restore: 'Restore this version',
    done: (name: string) => `“${name}” is there again. Nobody holds it yet.`,
    whole: { one: 'All of it: {n} permission', other: 'All of it: {n} permissions' },
  },

  versions: {
    title: (name: string) => `Versions of “${name}”`,
    version: (n: string) => `Version ${n}`,
    now: 'Now',
    by: (who: string) => `by ${who}`,
    rollBack: 'Roll back to this',
    sure: 'Roll back',
    means: (n: string) => `Going back to version ${n} means:`,
    nothing: 'It is the same as now.',
    done: (n: string) => `As in version ${n} again.`,
    older: 'Older versions',
    empty: 'No versions are recorded yet. The first is kept with the next change.',
  },
} as const
