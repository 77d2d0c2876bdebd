import { isIP } from 'node:net'
import { compile } from '@fastify/proxy-addr'
import { type Get, SettingsError } from './reader.ts'

/** Whether an address is one of a proxy whose X-Forwarded-For is believed. */
export type Trust = (address: string, hop: number) => boolean

const ranges = ['loopback', 'linklocal', 'uniquelocal']
const how =
  'It takes the addresses of your proxies, by comma: 10.0.0.7, 10.0.0.0/8, or loopback (this machine) and uniquelocal (private networks).'

/** ROLECALL_TRUST_PROXY. */
export function proxiesOf(get: Get): Trust | undefined {
  const text = get('ROLECALL_TRUST_PROXY')
  if (text === undefined) return undefined
  const named = text.split(/[\s,]+/).filter(Boolean)
  const strange = named.find((one) => !ranges.includes(one) && !isNetwork(one))
  // A number of proxies and "all of them" are what others take: both believe what anybody writes into the header.
  if (strange !== undefined) throw new SettingsError(`ROLECALL_TRUST_PROXY does not know "${strange}". ${how}`)
  return compile(named)
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128))
}
