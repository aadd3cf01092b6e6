import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { believedMail, isAssured, isCpr } from './identity.rules.ts'

describe('a mail address from a provider', () => {
  const domains = ['havneby.example', 'skole.havneby.example']

  it('is believed about the domains of the provider, whatever its capitals', () => {
    assert.equal(believedMail('Ida.Holt@Havneby.example', domains), 'ida.holt@havneby.example')
    assert.equal(believedMail('ida+x@skole.havneby.example', domains), 'ida+x@skole.havneby.example')
  })

  it('is not believed about any other, nor when it is no plain address', () => {
    const others = [
      null,
      '',
      'ida.holt',
      '@havneby.example',
      'ida@evil.example',
      'ida@havneby.example.evil',
      'ida@evil-havneby.example',
      'ida@klub.havneby.example',
      'ida@evil.example@havneby.example',
      'ida@havneby.example ',
      'ida@havneby.example\nx@evil.example',
      '"Ida" <ida@havneby.example>',
      'ida@h\u0430vneby.example',
    ]
    for (const mail of others) assert.equal(believedMail(mail, domains), null, String(mail))
  })
})

describe('a name a provider has for a person', () => {
  it('is told apart from a CPR number', () => {
    for (const cpr of ['0101901234', '010190-1234', '010190 1234', ' 3112991234 ', '6101901234'])
      assert.ok(isCpr(cpr), cpr)
    for (const name of ['0113901234', '3201901234', '01019012345', 'a0101901234', '9208-2002-2-123456789', '1234567'])
      assert.ok(!isCpr(name), name)
  })
})

describe('an assurance', () => {
  const loa = 'https://data.gov.dk/concept/core/nsis/loa'

  it('is enough from the one asked for upwards, by either of its names', () => {
    const enough: [string | null, boolean][] = [
      [`${loa}/High`, true],
      [`${loa}/Substantial`, true],
      ['Substantial', true],
      ['4', true],
      ['3', true],
      ['2', false],
      [`${loa}/Low`, false],
      ['Higher', false],
      ['', false],
      [null, false],
    ]
    for (const [told, isEnough] of enough) assert.equal(isAssured(told, 'Substantial'), isEnough, String(told))
  })
})
