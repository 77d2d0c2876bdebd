/**
 * For `build.rolldownOptions.output.codeSplitting`: what two pages of an app share is in its first load, once. Tried with
 * more pages: each then needs more and smaller files, which also gzip worse, and the first load grows with them. A library
 * that only one page needs counts apart from it, and stays in the browser's cache when the page changes.
 */
export const chunks = (...libraries: string[]) => ({
  groups: [
    { name: 'shared', test: /[\\/]packages[\\/](ui|client|protocol)[\\/]src[\\/]/, minShareCount: 2 },
    ...libraries.map((name) => ({ name, test: new RegExp(`[\\\\/]node_modules[\\\\/]${name}[\\\\/]`) })),
  ],
})
