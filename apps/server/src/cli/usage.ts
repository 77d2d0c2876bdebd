import { Sentence } from '../sentence.ts'

/** The command line was not understood; the message says what is missing. */
export class Usage extends Sentence {}

export const usage = `rolecall: for whoever runs the server

  rolecall permissions [--json | --markdown]
      Prints every permission, and what each default role holds.

  rolecall members set-role EMAIL ROLE
      Gives a member another role. Their open consoles follow at once.

  rolecall tokens create --member EMAIL --permissions a,b --name NAME
      Makes an API token for a member and prints it. It is shown this once; it may do what its
      permissions and the member's role both allow.

It works on the database that the server uses: set ROLECALL_DATA or DATABASE_URL as you do for it.
With the embedded database it asks the running server, or opens the folder itself when none runs.`
