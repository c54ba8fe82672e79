import { describe, expect, it } from 'vitest'
import { fill } from '../../src/words/fill'

describe('filling a sentence', () => {
  it('writes each fact into its place, lists with commas, and leaves a sign where none is known', () => {
    expect(fill('{user} holds {held} at {place}', { user: 'Ana', held: ['guest', 'basic'] })).toBe(
      'Ana holds guest, basic at …',
    )
  })

  it.each([
    [0, '0 steps'],
    [1, '1 step'],
    [2, '2 steps'],
  ])('counts %i in the form the sentence gives it', (count, said) => {
    expect(fill('{count|1=# step|# steps}', { count })).toBe(said)
  })

  it.each([
    [0, '0 étape'],
    [1, '1 étape'],
    [2, '2 étapes'],
  ])('lets a language count %i its own way', (count, said) => {
    expect(fill('{count|0,1=# étape|# étapes}', { count })).toBe(said)
  })

  it('takes no orders from what it writes', () => {
    expect(fill('{a}', { a: '{b} $& #' })).toBe('{b} $& #')
    expect(fill('{a|#!}', { a: '$&' })).toBe('$&!')
  })
})
