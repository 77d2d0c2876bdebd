import { randomUUID } from 'node:crypto'
import { type Lines, nameOf } from './line.ts'

export const departments: Lines<'departments'> = {
  list: { who: 'team.view', method: 'GET' },
  create: { who: 'team.departments', method: 'POST', input: () => ({ name: nameOf(randomUUID()) }) },
  rename: {
    who: 'team.departments',
    method: 'POST',
    names: true,
    input: ({ departmentId }) => ({ departmentId, name: nameOf(randomUUID()) }),
  },
  setPages: {
    who: 'team.departments',
    method: 'POST',
    names: true,
    input: ({ departmentId }) => ({ departmentId, pages: ['/shop'] }),
  },
  delete: { who: 'team.departments', method: 'POST', names: true, input: ({ departmentId }) => ({ departmentId }) },
}
