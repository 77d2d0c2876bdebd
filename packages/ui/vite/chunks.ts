/**
 * For `build.rolldownOptions.output.codeSplitting`: what many pages of an app share is in its first load, once, and a
 * library that only one page needs counts apart from it, and stays in the browser's cache when the page changes.
 */
export const chunks = (...libraries: string[]) => ({
  groups: [
    { name: 'shared', test: /[\\/]packages[\\/](ui|client|protocol)[\\/]src[\\/]/, minShareCount: 4 },
    ...libraries.map((name) => ({ name, test: new RegExp(`[\\\\/]node_modules[\\\\/]${name}[\\\\/]`) })),
  ],
})
