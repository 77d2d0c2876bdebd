import { Sentence } from '../sentence.ts'

/** The command line was not understood; the message says what is missing. */
export class Usage extends Sentence {}

export const usage = `rolecall: for whoever runs the server

  rolecall permissions [--json | --markdown]
      Prints every permission, and what each default role holds.

  rolecall members set-role EMAIL ROLE
      Gives a member another role. Their open consoles follow at once.

  rolecall members password-link EMAIL
      Prints a link by which that member chooses a new password, good for an hour.

  rolecall letters --member EMAIL
      Lists what was written to people of that account lately, and what became of each letter.

  rolecall tokens create --member EMAIL --permissions a,b --name NAME
      Makes an API token for a member and prints it. It is shown this once; it may do what its
      permissions and the member's role both allow.

  rolecall roles export [FILE] --member EMAIL
      Writes the custom roles of the account in which that member works, as JSON.

  rolecall roles diff FILE --member EMAIL [--prune]
      Says what such a file would change and for whom. Changes nothing.

  rolecall roles apply FILE --member EMAIL [--prune] --yes
      Does it; without --yes it only says so. --prune also deletes roles that the file does not
      name, where nobody holds them.

  rolecall plan set PLAN --member EMAIL
      Gives that account another plan: basic, pro or unlimited.

  rolecall order NAME --member EMAIL [--input JSON]
      Gives any other order that the server knows, by its name, and prints the answer as JSON.

It works on the database that the server uses: set ROLECALL_DATA or DATABASE_URL as you do for it.
With the embedded database it asks the running server, or opens the folder itself when none runs.`
