import { answer } from './cli/answer.ts'

// The operator's command line. What was asked for goes to stdout and nothing else does.

const { code, text } = await answer(process.argv.slice(2), process.env)
if (code === 0) console.log(text)
else console.error(text)
process.exitCode = code
