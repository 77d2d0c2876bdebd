import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultOf, smtpMail } from './mail.ts'

/** Just enough of RFC 5321 to take letters; keeps what it was told. */
function postOffice() {
  const told: string[] = []
  const server = createServer((socket) => {
    let inLetter = false
    socket.write('220 post office\r\n')
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n').filter(Boolean)) {
        told.push(line)
        if (inLetter) {
          if (line !== '.') continue
          inLetter = false
        }
        inLetter ||= line === 'DATA'
        socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
    socket.on('error', () => socket.destroy())
  })
  return { server, told }
}

describe('smtpMail', () => {
  let server: Server
  let told: string[]
  let url: string
  beforeEach(async () => {
    ;({ server, told } = postOffice())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  const letter = { to: 'ana@example.test', subject: 'A new password', text: 'Here: https://chat.example/#abc' }

  it('hands a letter over', async () => {
    await smtpMail(url, 'Rolecall <rolecall@chat.example>').send(letter)
    expect(told).toContain('MAIL FROM:<rolecall@chat.example>')
    expect(told).toContain('RCPT TO:<ana@example.test>')
    expect(told).toContain('Subject: A new password')
    expect(told).toContain('Here: https://chat.example/#abc')
  })

  it('lets nothing in an address or a subject add a recipient or a header', async () => {
    const mail = smtpMail(url, 'rolecall@chat.example')
    const tricks = [
      'ana@example.test\r\nBcc: eve@evil.test',
      'ana@example.test, eve@evil.test',
      'ana@example.test>\r\nRCPT TO:<eve@evil.test',
    ]
    for (const to of tricks) await mail.send({ ...letter, to }).catch(() => {})
    await mail.send({ ...letter, subject: 'Hello\r\nBcc: eve@evil.test' })
    expect(told.filter((line) => /^(RCPT TO|Bcc).*eve@evil/i.test(line))).toEqual([])
    expect(told.filter((line) => line === 'RCPT TO:<ana@example.test>').length).toBeGreaterThan(0)
  })

  it('says so when nobody is there', async () => {
    await new Promise((resolve) => server.close(resolve))
    await expect(smtpMail(url, 'rolecall@chat.example').send(letter)).rejects.toThrow(/ECONNREFUSED/)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
})

describe('faultOf', () => {
  it('is a code, and none of the words of a mail server', () => {
    const refused = Object.assign(new Error('550 no such user ana@example.test'), {
      responseCode: 550,
      code: 'EENVELOPE',
    })
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    expect([refused, away, new Error('ana@example.test'), undefined].map(faultOf)).toEqual([
      '550',
      'ECONNREFUSED',
      'unknown',
      'unknown',
    ])
  })
})
