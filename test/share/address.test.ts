import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RELEASES } from '../../src/engine/releases/releases'
import { HOME, PAGES, readAddress, writeAddress, type Address } from '../../src/share/address'

describe('the address of a page', () => {
  it('is short and says what it opens', () => {
    const address: Address = { page: 'rules', item: 'SES-045', release: '20R8', with: { status: 'assumed' } }
    expect(writeAddress(address)).toBe('#/rules/SES-045?release=20R8&status=assumed')
    expect(readAddress('#/rules/SES-045?release=20R8&status=assumed')).toEqual(address)
  })

  it('leads home without a name', () => {
    expect(readAddress('#/')).toEqual(HOME)
    expect(writeAddress(HOME)).toBe('#/')
  })

  it.each(['', '#', '#s1.AAAA', '#/nowhere', '#/rules/%E0%A4%A', `#/rules/${'x'.repeat(3000)}`])(
    'is not read from %j',
    (text) => {
      expect(readAddress(text)).toBeUndefined()
    },
  )

  it('leaves out what it cannot read and keeps the rest', () => {
    expect(readAddress('#/where/trigger?release=7&__proto__=x&other=20R5')).toEqual({
      page: 'where',
      item: 'trigger',
      with: { other: '20R5' },
    })
  })

  it('comes back whole', () => {
    const addresses = fc.record({
      page: fc.constantFrom(...PAGES.filter((it) => it !== 'play')),
      item: fc.string({ maxLength: 40, unit: 'grapheme' }),
      release: fc.constantFrom(...RELEASES),
      with: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,8}$/).filter((it) => it !== 'release'),
        fc.string({ maxLength: 20 }),
        { maxKeys: 4, noNullPrototype: true },
      ),
    })
    fc.assert(
      fc.property(addresses, (it) => {
        expect(readAddress(writeAddress(it))).toEqual(it)
      }),
    )
  })
})
