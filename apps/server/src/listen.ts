import { type FrontDoor, takePort } from './door.ts'
import { Sentence } from './sentence.ts'

/** Takes the port that was set. @throws {Sentence} that names HOST or PORT */
export async function listen(host: string, port: number): Promise<FrontDoor> {
  try {
    return await takePort(host, port)
  } catch (error) {
    throw new Sentence(whyNotListen(error as NodeJS.ErrnoException, host, port), { cause: error })
  }
}

export function whyNotListen({ code, syscall, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const other = port === 65_535 ? port - 1 : port + 1
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${other} npm start`
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT.`
  if (syscall === 'getaddrinfo')
    return `HOST is ${host}, and no address goes by that name here (${code}). Set it to an address of this machine, or leave it out.`
  if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT' || code === 'EINVAL')
    return `HOST is ${host}, which is no address of this machine (${code}). Set it to one of its own, or leave it out.`
  return `Rolecall cannot listen at HOST ${host}, PORT ${port}: ${message}. Choose others.`
}
