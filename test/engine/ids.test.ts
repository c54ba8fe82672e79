import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '../../src/engine/ids'

describe('an id', () => {
  it('is 32 hexadecimal digits', () => {
    const any = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(any, any, (seed, words) => {
        expect(uuidOf(seed, words)).toMatch(/^[0-9A-F]{32}$/)
      }),
    )
  })

  it('can be made even from half a character', () => {
    expect(uuidOf('\ud800', '\udc00')).toMatch(/^[0-9A-F]{32}$/)
  })

  it('is the same for the same words, tomorrow and on another machine', () => {
    expect(uuidOf('office', 'session/remote-ana')).toBe(uuidOf('office', 'session/remote-ana'))
    expect(uuidOf('', '')).toBe('1160A87D6A4152F9AFF7ECBB8DEA4E19')
  })

  it('is another one for another seed, another session or another kind', () => {
    const ids = [
      uuidOf('office', 'session/remote-ana'),
      uuidOf('office', 'session/remote-bruno'),
      uuidOf('office', 'token/remote-ana'),
      uuidOf('shop', 'session/remote-ana'),
    ]
    expect(new Set(ids).size).toBe(4)
  })
})
