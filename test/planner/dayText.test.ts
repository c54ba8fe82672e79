import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOUNDS, ENDS, KINDS, problemOf, type Day, type Row } from '../../src/planner/day'
import { readDay, writeDay } from '../../src/planner/dayText'
import { PRESETS } from '../../src/planner/presets'
import { readAddress, writeAddress } from '../../src/share/address'

const within = ([min, max]: readonly [number, number]) => fc.integer({ min, max })
const row: fc.Arbitrary<Row> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    count: within([1, 200]),
    times: fc.tuple(within(BOUNDS.time), within(BOUNDS.time)),
    stay: within(BOUNDS.stay),
    every: within(BOUNDS.every),
    end: fc.constantFrom(...ENDS),
  })
  .map(({ times, ...it }) => ({ ...it, from: Math.min(...times), to: Math.max(...times) }))
const day: fc.Arbitrary<Day> = fc
  .record({
    licences: within(BOUNDS.licences),
    forceLogin: fc.boolean(),
    idle: within(BOUNDS.idle),
    seed: within(BOUNDS.seed),
    rows: fc.array(row, { minLength: 1, maxLength: 8 }),
  })
  .filter((it) => problemOf(it) === null)

const office = writeDay(PRESETS.office.day)

describe('the address of a day', () => {
  it('is read back as the day it was written for', () => {
    fc.assert(
      fc.property(day, (it) => {
        const hash = writeAddress({ page: 'licences', item: '', with: writeDay(it) })
        expect(hash.length).toBeLessThan(1000)
        expect(readDay(readAddress(hash)!.with)).toEqual({ day: it })
      }),
    )
  })

  it.each([
    { what: 'nothing', pairs: {} },
    { what: 'an unknown kind', pairs: { ...office, day: 'robot.2.0800.0900.60.20.closes' } },
    { what: 'a field too many', pairs: { ...office, day: 'remote.2.0800.0900.60.20.closes.x' } },
    { what: 'an hour that is none', pairs: { ...office, day: 'remote.2.2400.2400.60.20.closes' } },
    { what: 'an end before the beginning', pairs: { ...office, day: 'remote.2.0900.0859.60.20.closes' } },
    { what: 'nobody in a row', pairs: { ...office, day: 'remote.0.0800.0900.60.20.closes' } },
    { what: 'a number with an exponent', pairs: { ...office, licences: '1e3' } },
    { what: 'a negative number', pairs: { ...office, idle: '-60' } },
    { what: 'more than there may be', pairs: { ...office, licences: '5001' } },
    { what: 'neither on nor off', pairs: { ...office, force: 'maybe' } },
    { what: 'nine rows', pairs: { ...office, day: Array(9).fill('remote.1.0800.0900.60.20.closes').join('~') } },
    { what: 'a key of every object', pairs: JSON.parse('{"__proto__":{"licences":"5"}}') as Record<string, string> },
  ])('with $what is not read', ({ pairs }) => {
    expect(readDay(pairs)).toEqual({ problem: 'unreadable' })
  })

  it.each([
    { people: 2000, problem: undefined },
    { people: 2001, problem: 'tooManyPeople' },
  ])('of $people people is read as far as there are 2,000', ({ people, problem }) => {
    const text = `remote.1000.0800.0900.60.20.closes~remote.${people - 1000}.0800.0900.60.20.closes`
    expect(readDay({ ...office, day: text })).toMatchObject(problem ? { problem } : { day: { licences: 20 } })
  })

  it('that asks for hours of work is refused', () => {
    expect(readDay({ ...office, day: 'guest.2000.0800.0900.960.1.closes' })).toEqual({ problem: 'tooManyRequests' })
  })

  it('is any text at all without harm', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('licences', 'force', 'idle', 'seed', 'day'), fc.string()), (pairs) => {
        const read = readDay(pairs)
        expect('day' in read || 'problem' in read).toBe(true)
      }),
    )
  })
})
