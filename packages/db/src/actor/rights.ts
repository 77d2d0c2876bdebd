/** Rights change with such a statement, however it is made: whoever runs it queues for the account's lock (migration.ts). */
export const rightsChange = (table: string, change: string): string =>
  `create trigger change_rights before ${change} on ${table} for each statement execute function change_rights()`
