import { type Catalogue, catalogue } from './catalogue.ts'
import { type DefaultRoleName, defaultRoleNames } from './default-names.ts'
import { has, toNames } from './grants.ts'
import type { Risk, Section } from './section.ts'

export interface PrintedSection {
  readonly key: string
  readonly label: string
  readonly describes: string
  readonly permissions: readonly {
    readonly name: string
    readonly label: string
    readonly describes: string
    readonly risk: Risk
    readonly needs: readonly string[]
  }[]
}

export interface PrintedCatalogue {
  readonly sections: readonly PrintedSection[]
  readonly roles: Readonly<Record<DefaultRoleName, readonly string[]>>
}

/** The whole catalogue as plain data, for `rolecall permissions --json` and for documentation. */
export function toJson(of: Catalogue = catalogue): PrintedCatalogue {
  const roles = defaultRoleNames.map((role) => [role, toNames(of.roles[role])])
  return { sections: of.sections.map(printed), roles: Object.fromEntries(roles) }
}

/** One table for each section, with what the default roles hold, for `rolecall permissions --markdown`. */
export function toMarkdown(of: Catalogue = catalogue): string {
  const columns = ['Permission', 'What it allows', 'Risk', 'Needs', ...defaultRoleNames]
  const tables = of.sections.map(printed).map(({ label, describes, permissions }) => {
    const rows = permissions.map(({ name, label, describes, risk, needs }) => [
      `\`${name}\``,
      `**${label}.** ${describes}`,
      risk,
      needs.map((needed) => `\`${needed}\``).join(', '),
      ...defaultRoleNames.map((role) => (has<string>(of.roles[role], name) ? 'yes' : '')),
    ])
    return [`## ${label}`, '', `${describes}.`, '', row(columns), row(columns.map(() => '---')), ...rows.map(row)].join(
      '\n',
    )
  })
  return `# Permissions\n\n${tables.join('\n\n')}\n`
}

function printed({ key, label, describes, actions }: Section): PrintedSection {
  const permissions = Object.entries(actions).map(([name, { label, describes, risk, needs = [] }]) => {
    return { name: `${key}.${name}`, label, describes, risk, needs }
  })
  return { key, label, describes, permissions }
}

/** A bar inside a cell would end it. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
