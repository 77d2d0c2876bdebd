import { sentences, stayClosed } from '../work/history.ts'

/** Entries of old call the department `name`. */
const renamed = { name: 'department' }

export const says = sentences(
  'departments',
  {
    create: (d: { department: string }) => `Made the department ${d.department}`,
    rename: (d: { department: string; from: string; to: string }) => `Renamed the department ${d.from} to ${d.to}`,
    setPages: (d: { department: string; from: string[]; to: string[] }) =>
      d.to.length > 0
        ? `Has chats begin in ${d.department} that come from ${new Intl.ListFormat('en').format(d.to)}`
        : `Has no chats begin in ${d.department} by their page`,
    delete: (d: { department: string; members: string[]; kept: number }) =>
      `Deleted the department ${d.department}${stayClosed(d.kept)}`,
  },
  renamed,
  {
    setPages: ({ id, detail: { from, to } }) => ({
      call: 'departments.setPages',
      input: { departmentId: id('department'), pages: from, expected: to },
    }),
    rename: ({ id, detail: { from, to } }) => ({
      call: 'departments.rename',
      input: { departmentId: id('department'), name: from, expected: to },
    }),
  },
)
