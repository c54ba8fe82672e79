import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOf, isoOf } from '../../src/engine/clock'

const DAY = 86_400
const LEAP_DAY_2028 = 784 * DAY - 8 * 3600

describe('the moment of a story as ISO text', () => {
  it.each([
    { now: 0, text: '2026-01-05T08:00:00Z' },
    { now: 59, text: '2026-01-05T08:00:59Z' },
    { now: 60, text: '2026-01-05T08:01:00Z' },
    { now: 3599, text: '2026-01-05T08:59:59Z' },
    { now: 3600, text: '2026-01-05T09:00:00Z' },
    { now: 16 * 3600 - 1, text: '2026-01-05T23:59:59Z' },
    { now: 16 * 3600, text: '2026-01-06T00:00:00Z' },
    { now: 16 * 3600 + 1, text: '2026-01-06T00:00:01Z' },
    { now: LEAP_DAY_2028 - 1, text: '2028-02-27T23:59:59Z' },
    { now: LEAP_DAY_2028 + DAY, text: '2028-02-29T00:00:00Z' },
    { now: LEAP_DAY_2028 + 2 * DAY, text: '2028-03-01T00:00:00Z' },
  ])('$now seconds after the beginning it is $text', ({ now, text }) => {
    expect(isoOf(now)).toBe(text)
  })

  it('is what a calendar says, for a thousand years', () => {
    const beginning = Date.UTC(2026, 0, 5, 8) / 1000
    fc.assert(
      fc.property(fc.nat(1000 * 366 * DAY), (now) => {
        expect(isoOf(now)).toBe(new Date((beginning + now) * 1000).toISOString().replace('.000', ''))
      }),
    )
  })
})

describe('the clock', () => {
  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [10, '0:10'],
    [59, '0:59'],
    [60, '1:00'],
    [61, '1:01'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [3601, '1:00:01'],
    [86_400, '24:00:00'],
    [360_000, '100:00:00'],
  ])('shows %i seconds as %s', (now, text) => {
    expect(clockOf(now)).toBe(text)
  })
})
