import { describe, expect, it } from 'vitest'
import { RELEASES, type Release } from '../../../src/engine/releases/releases'
import { hasCircle, protectionOf } from '../../../src/engine/roles/rolesFile'
import { acts, calls, says, sets, visits } from '../../support/commands'
import { inWorld } from '../../support/told'

/** The file of a project made in this release. */
const generatedRoles = (release: Release): string | null =>
  inWorld().after(sets('newProject', release)).world.settings.roles
const read = (release: Release) => JSON.parse(generatedRoles(release) ?? 'null') as Record<string, never> | null

describe('the roles.json of a new project', () => {
  it('exists from 20 R6 on, and is always free of errors', () => {
    const files = RELEASES.map(generatedRoles)
    expect(files.findIndex((it) => it !== null)).toBe(RELEASES.indexOf('20R6'))
    expect(files.filter((it) => protectionOf(it).state === 'faulty')).toEqual([])
  })

  it.each([
    ['20R6', true, 7],
    ['20R7', true, 6],
    ['20R10', true, 6],
    ['21', false, 6],
    ['21R4', false, 6],
  ] as const)('of %s has force login %s and %i lists', (release, forceLogin, lists) => {
    const file = read(release) as unknown as {
      forceLogin: boolean
      restrictedByDefault?: boolean
      permissions: { allowed: readonly Record<string, unknown>[] }
    }
    const { applyTo, type, ...all } = file.permissions.allowed[0]!
    expect([applyTo, type, file.forceLogin, Object.keys(all).length]).toEqual(['ds', 'datastore', forceLogin, lists])
    expect(Object.values(all)).toEqual(Array(lists).fill(forceLogin ? ['none'] : []))
    expect(file.restrictedByDefault).toBe(forceLogin ? undefined : false)
  })

  it('of 20 R10 locks even a user who has logged in; of 21 it locks nobody', () => {
    const user = [acts(says('setPrivileges', '')), visits('/rest/People')]
    const { after } = inWorld({ release: '20R10' })
    expect(after(sets('newProject', '20R10'), visits('/rest/People')).verdictOf('passGate').outcome).toBe('refused')
    expect(after(sets('newProject', '20R10'), ...user).verdictOf('dataclassAccess').ending).toBe('deniedDs')
    expect(after(sets('newProject', '21'), ...user).status).toBe(200)
  })

  it('gives none to a session that is given it by mistake', () => {
    const { after } = inWorld({ release: '20R10' })
    expect(after(sets('newProject', '20R10'), acts(says('setPrivileges', 'none')), visits('/rest/People')).status).toBe(
      200,
    )
  })

  it('promotes nothing by its list for ds', () => {
    const { after } = inWorld({ release: '20R10' })
    const roles = JSON.parse(generatedRoles('20R10')!) as { permissions: { allowed: object[] } }
    roles.permissions.allowed.push({ type: 'method', applyTo: 'ds.act', execute: ['guest'] })
    const story = [
      sets('roles', JSON.stringify(roles)),
      acts(says('setPrivileges', '')),
      calls(says('access', 'read', 'People')),
    ]
    expect(after(...story)).toMatchObject({ error: 'privilege' })
    expect(after(...story).verdictOf('promotion').ending).toBe('above')
  })

  it('is that of the running release when none is named', () => {
    expect(
      RELEASES.map((release) => inWorld({ release }).after(sets('newProject', true)).world.settings.roles),
    ).toEqual(RELEASES.map(generatedRoles))
  })

  it.each(['99', 5, null, false, '20 R11'])('is refused for %j', (value) => {
    expect(inWorld().after(sets('newProject', value)).outcome).toBe('senseless')
  })
})

describe('Roles_Errors.json', () => {
  it('is written with a faulty file and deleted with a correct one', () => {
    const { after } = inWorld()
    expect(after(sets('roles', '{')).verdict.ending).toBe('restartedFaulty')
    expect(after(sets('roles', '{'), sets('roles', null)).verdict.ending).toBe('restartedClean')
    expect(after(sets('roles', '{'), sets('roles', '{')).verdict.ending).toBe('restartedFaulty')
    expect(after(sets('roles', null)).verdict.ending).toBe('restarted')
  })
})

describe('privileges that include each other', () => {
  const roles = (includes: Readonly<Record<string, readonly string[]>>) => ({
    privileges: Object.entries(includes).map(([privilege, list]) => ({ privilege, includes: list })),
    permissions: { allowed: [] },
  })
  const circle = (includes: Readonly<Record<string, readonly string[]>>, ...names: readonly string[]) => {
    const protection = protectionOf(JSON.stringify(roles(includes)))
    return hasCircle(protection.state === 'on' ? protection.roles : undefined, names)
  }

  it('are seen as a circle wherever it lies', () => {
    expect(circle({ a: ['b'], b: ['A'] }, 'a')).toBe(true)
    expect(circle({ a: ['a'] }, 'a')).toBe(true)
    expect(circle({ a: ['b'], b: ['c'], c: ['b'] }, 'a')).toBe(true)
    expect(circle({ a: ['b'], b: ['a'], c: [] }, 'c')).toBe(false)
  })

  it('make no circle by meeting again', () => {
    expect(circle({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, 'a', 'b', 'a')).toBe(false)
    expect(circle({}, 'nothing')).toBe(false)
  })

  it('all bring the same', () => {
    const { after } = inWorld({ settings: { roles: roles({ a: ['b'], b: ['c'], c: ['a'] }) } })
    const held = (name: string) =>
      [...(after(acts(says('setPrivileges', name), says('getPrivileges'))).value as string[])].sort()
    expect(['a', 'b', 'c'].map(held)).toEqual(Array(3).fill(['a', 'b', 'c']))
    expect(after(acts(says('setPrivileges', 'a'))).verdictOf('setPrivileges').ending).toBe('setCircle')
  })
})
