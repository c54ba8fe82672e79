import { describe, expect, it } from 'vitest'
import type { SettingsSpec } from '../../../src/simulation/scenario'
import { acts, area, connects, says, sets, stopsWeb, startsWeb, visits, waits } from '../../support/commands'
import { legacyOffice } from '../../../src/evidence/webServers'
import { inWorld } from '../../support/told'

const old = (settings: SettingsSpec = {}) => inWorld({ spec: legacyOffice, settings })
const remembers = acts(says('setVariable', 'x', 1))
const recalls = acts(says('variable', 'x'))
const from = (address: string) => visits('/4DACTION/act', { address, code: [says('variable', 'x')] })

describe('a legacy session', () => {
  it('keeps the process variables of its browser, and has no Session object', () => {
    const { values, verdictOf } = old().after(remembers, acts(says('variable', 'x'), says('Session')))
    expect(values).toEqual([1, null])
    expect(verdictOf('variable').ending).toBe('ofLegacy')
  })

  it('is not shared with another browser', () => {
    const other = area('/4DACTION/act', { code: [says('variable', 'x')] })
    expect(old().after(connects(), remembers, other).values).toEqual([null])
  })

  it.each([
    { seconds: 480 * 60 - 1, value: 1 },
    { seconds: 480 * 60, value: null },
    { seconds: 480 * 60 + 1, value: null },
  ])('after $seconds seconds without a request recalls $value', ({ seconds, value }) => {
    expect(old().after(remembers, waits(seconds), recalls).values).toEqual([value])
  })

  it.each([
    ['inactiveSessionTimeout', 59, 1],
    ['inactiveSessionTimeout', 60, null],
    ['inactiveSessionTimeout', 61, null],
    ['inactiveProcessTimeout', 59, 1],
    ['inactiveProcessTimeout', 60, null],
    ['inactiveProcessTimeout', 61, null],
  ] as const)('with %s 1, after %i seconds, recalls %s', (setting, seconds, value) => {
    expect(old({ [setting]: 1 }).after(remembers, waits(seconds), recalls).values).toEqual([value])
  })

  it('moves its end with each request', () => {
    const { after } = old({ inactiveSessionTimeout: 1 })
    expect(after(remembers, waits(59), recalls, waits(59), recalls).values).toEqual([1])
  })

  it('is refused to its cookie from another IP address, unless addresses are not validated', () => {
    const opened = visits('/4DACTION/act', { address: '10.0.0.8', code: [says('setVariable', 'x', 1)] })
    expect(old().after(opened, from('10.0.0.8')).values).toEqual([1])
    expect(old().after(opened, from('10.0.0.9')).values).toEqual([null])
    expect(old().after(opened, from('10.0.0.9')).verdictOf('findLegacySession').ending).toBe('rejected')
    expect(old({ sessionIPAddressValidation: false }).after(opened, from('10.0.0.9')).values).toEqual([1])
  })

  it.each([
    { maxSessions: 1, ending: 'oldestClosed', left: 1 },
    { maxSessions: 2, ending: 'opened', left: 2 },
    { maxSessions: 3, ending: 'opened', left: 2 },
  ])('is the second of at most $maxSessions: $ending', ({ maxSessions, ending, left }) => {
    const second = area('/4DACTION/act', { code: [says('Session')] })
    const { verdictOf, world } = old({ maxSessions }).after(connects(), remembers, second)
    expect(verdictOf('findLegacySession').ending).toBe(ending)
    expect(world.legacy.size).toBe(left)
  })

  it('ends with the run of its web server', () => {
    expect(old().after(remembers, stopsWeb(), startsWeb(), recalls).values).toEqual([null])
    expect(old().after(remembers, sets('applicationName', 'Shop'), recalls).values).toEqual([null])
  })

  it('has nothing to do with REST', () => {
    const { verdicts, world } = old().after(visits('/rest/People'))
    expect(verdicts.map((it) => it.decision)).not.toContain('findLegacySession')
    expect(world.legacy.size).toBe(0)
  })
})

describe('WEB LEGACY CLOSE SESSION', () => {
  const closes = acts(says('closeLegacySession'))

  it('closes a legacy session, with its variables', () => {
    const { world, verdictOf } = old().after(remembers, closes)
    expect(verdictOf('closeLegacySession').ending).toBe('closed')
    expect(world.legacy.size).toBe(0)
    expect(old().after(remembers, closes, recalls).values).toEqual([null])
  })

  it('is ignored with scalable sessions', () => {
    const { verdict, world } = inWorld().after(acts(says('writeStorage', 'k', 1)), closes)
    expect(verdict.ending).toBe('ignored')
    expect(world.sessions.get('web-1')?.storage.get('k')).toBe(1)
  })

  it('does nothing with "No sessions"', () => {
    expect(inWorld({ settings: { scalableSessions: false } }).after(closes).verdict.ending).toBe('nothingThere')
  })
})

describe('the choice of "Legacy sessions"', () => {
  it('is offered only in a project created before 18 R6', () => {
    const chosen = sets('legacySessions', true)
    expect(inWorld().after(chosen)).toMatchObject({
      outcome: 'notOffered',
      world: { settings: { scalableSessions: true } },
    })
    const converted = inWorld({ settings: { convertedProject: true } }).after(chosen)
    expect(converted.world.settings).toMatchObject({ scalableSessions: false, legacySessions: true })
    expect(converted.verdict.ending).toBe('legacyChosen')
  })

  it.each(['maxSessions', 'inactiveSessionTimeout', 'inactiveProcessTimeout'] as const)(
    'alone makes %s count',
    (setting) => {
      expect(inWorld().after(sets(setting, 5)).verdict.ending).toBe('notUsed')
      expect(old().after(sets(setting, 5)).verdict.ending).toBe('webRestarted')
    },
  )
})
