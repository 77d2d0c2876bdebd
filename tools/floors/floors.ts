import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { rulesOf } from './rules.ts'

export interface Walk {
  /** How many modules of the house were read: a walk that read none proves nothing. */
  modules: number
  violations: { rule: string; from: string; to: string }[]
}

/** Walks the house under `root` (a checkout) and returns every import that breaks a rule. */
export async function walk(root: string): Promise<Walk> {
  const { output } = await cruise(
    ['packages', 'apps'],
    {
      baseDir: root,
      ruleSet: { forbidden: rulesOf(root) },
      validate: true,
      // Type-only imports are arrows too.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '/(node_modules|dist|\\.stryker-tmp|reports)/' },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  )
  const { modules, summary } = output as ICruiseResult
  return {
    modules: modules.filter((module) => /^(packages|apps)\//.test(module.source)).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
