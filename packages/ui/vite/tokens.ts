import { tokensCss } from '../src/theme/css.ts'

/** Vite plugin: writes the tokens into `@rolecall/ui/style.css`, so that no generated file lies in the repository. */
export function uiTokens() {
  return {
    name: 'rolecall-ui-tokens',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (id.split('?')[0]?.endsWith('/packages/ui/src/style.css'))
        return { code: `${code}\n${tokensCss()}`, map: null }
      return null
    },
  }
}
