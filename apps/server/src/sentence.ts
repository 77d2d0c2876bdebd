/** An error whose message is all that the operator needs: what is wrong, and what to do. */
export class Sentence extends Error {}
