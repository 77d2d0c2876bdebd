import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * One kind after the other, each with its longest first: a process is kept from file to file only where the next is of the
 * same kind, and what is short fills the end.
 */
export class Sequence extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => this.ctx.projects.indexOf(project)
    // oxlint-disable-next-line unicorn/no-array-sort -- it is no array's
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}
