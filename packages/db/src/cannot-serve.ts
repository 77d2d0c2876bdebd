/** Rolecall does not start on this database. The message is for the operator: what is wrong, and what to do about it. */
export class CannotServe extends Error {
  override name = 'CannotServe'
}
