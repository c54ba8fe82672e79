import { describe, expect, it } from 'vitest'
import type { SettingName } from '../../../src/engine/command'
import type { Json } from '../../../src/engine/json'
import { acts, calls, connects, opens, page, sets, starts, visits } from '../../support/commands'
import { after, inWorld } from '../../support/told'

describe('changing a setting', () => {
  it.each<[SettingName, Json, string]>([
    ['scalableSessions', false, 'webRestarted'],
    ['scalableSessions', 'no', 'senseless'],
    ['applicationName', 'Shop 2', 'webRestarted'],
    ['applicationName', '', 'senseless'],
    ['applicationName', 'a;b', 'senseless'],
    ['applicationName', 'a'.repeat(40), 'webRestarted'],
    ['applicationName', 'a'.repeat(41), 'senseless'],
    ['licences', 0, 'changed'],
    ['licences', -1, 'senseless'],
    ['licences', 1.5, 'senseless'],
    ['licences', 100_000, 'changed'],
    ['licences', 100_001, 'senseless'],
    ['sameSite', 'Lax', 'changed'],
    ['sameSite', 'lax', 'senseless'],
    ['roles', null, 'restarted'],
    ['roles', '{}', 'restarted'],
    ['roles', { privileges: [] }, 'restarted'],
    ['roles', [], 'senseless'],
    ['roles', 5, 'senseless'],
    ['forceLogin', true, 'restarted'],
    ['forceLogin', 'true', 'senseless'],
    ['restrictedByDefault', true, 'restarted'],
    ['restrictedByDefault', null, 'senseless'],
  ])('%s to %j is %s', (setting, value, outcome) => {
    expect(after(sets(setting, value)).outcome).toBe(outcome)
  })

  it('that makes no sense changes nothing', () => {
    const { world, events } = after(sets('licences', -1))
    expect([world.settings.licences, events]).toEqual([5, []])
  })

  it('of the web server closes its sessions, and leaves the desktop alone (SES-101)', () => {
    const { world } = after(connects(), acts(), sets('scalableSessions', false))
    expect(world.sessions.keys()).toEqual(['stored-procedures', 'remote-ana'])
  })

  it('that a start reads ends everything: clients, applications, sessions, licences (PRIV-010)', () => {
    const { world, holders } = after(connects(), starts(), acts(), page(), sets('forceLogin', true))
    expect(world.sessions.keys()).toEqual(['stored-procedures~2'])
    expect([world.processes.keys(), holders]).toEqual([['server.main'], []])
    expect(world.machines.values().map(({ running }) => running)).toEqual([true, false, false, false])
  })

  it('keeps the web server answering after the restart', () => {
    expect(after(sets('forceLogin', true), visits('/rest/$catalog')).status).toBe(200)
  })

  it('of the licences takes effect at once, and ends nothing', () => {
    const { world } = after(connects(), calls(), sets('licences', 3))
    expect([world.settings.licences, world.sessions.size]).toEqual([3, 3])
  })

  it('writes a flag into roles.json and keeps the rest of the file', () => {
    const { world } = after(sets('forceLogin', true), sets('restrictedByDefault', true))
    const file = JSON.parse(world.settings.roles ?? '') as { [key: string]: unknown }
    expect(file).toMatchObject({ forceLogin: true, restrictedByDefault: true })
    expect(file.privileges).toHaveLength(4)
  })

  it('writes a flag into a new file where there is none, and into no file it cannot read', () => {
    expect(inWorld({ settings: { roles: null } }).after(sets('forceLogin', true)).outcome).toBe('restarted')
    expect(inWorld({ settings: { roles: '{ "privileges" ' } }).after(sets('forceLogin', true)).outcome).toBe(
      'senseless',
    )
    expect(inWorld({ settings: { roles: {} } }).after(sets('forceLogin', true)).outcome).toBe('senseless')
  })

  it('changes no privilege that was given before a token was made, since the session is gone', () => {
    const told = after(connects(), opens('createOTP'), sets('restrictedByDefault', true), connects(), page('otp-1'))
    expect(told.outcome).toBe('orphaned')
  })
})
