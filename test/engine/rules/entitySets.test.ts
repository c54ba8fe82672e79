import { describe, expect, it } from 'vitest'
import { RELEASES } from '../../../src/engine/releases/releases'
import type { Json } from '../../../src/engine/json'
import { acts, connects, onServer, says, visits, waits } from '../../support/commands'
import { inWorld } from '../../support/told'

const { after } = inWorld({ settings: { roles: null } })
const make = visits('/rest/People?$method=entityset')
const use = (name: string) => visits(`/rest/People/$entityset/${name}`)
const release = (name: string) => visits(`/rest/People/$entityset/${name}?$method=release`)
const quota = (...args: readonly Json[]) => acts(says('setQuota', ...args))
const made = (timeout: number) => visits(`/rest/People?$method=entityset&$timeout=${timeout}`)

describe('an entity set', () => {
  it('is named in the reply, by an id that opens it again', () => {
    const { reply, world } = after(make)
    const { id } = world.entitySets.get('set-1')!
    expect(reply).toMatchObject({ status: 200, body: { __ENTITYSET: `/rest/People/$entityset/${id}` } })
    expect(after(make, use(id)).reply).toMatchObject({
      status: 200,
      body: { attributes: ['ID', 'name', 'birthday', 'age'] },
    })
  })

  it.each([
    { seconds: 7199, status: 200 },
    { seconds: 7200, status: 404 },
    { seconds: 7201, status: 404 },
  ])('without scalable sessions, $seconds seconds after its last use answers $status', ({ seconds, status }) => {
    const off = inWorld({ release: '21R3', settings: { roles: null, scalableSessions: false } })
    expect(off.after(make, waits(7000), use('set-1'), waits(seconds), use('set-1')).status).toBe(status)
  })

  it.each([
    { seconds: 1199, status: 200 },
    { seconds: 1200, status: 404 },
    { seconds: 1201, status: 404 },
  ])('with $timeout=1200, after $seconds seconds answers $status', ({ seconds, status }) => {
    expect(after(made(1200), waits(seconds), use('set-1')).status).toBe(status)
  })

  it('is gone once released, or with its session', () => {
    expect(after(make, release('set-1'), use('set-1')).status).toBe(404)
    expect(after(make, waits(3600)).world.entitySets.size).toBe(0)
  })

  it('needs permission to read its dataclass', () => {
    expect(inWorld().after(make).status).toBe(401)
  })
})

describe('nbEntitySets', () => {
  const limited = quota('nbEntitySets', 2)

  it.each([
    { sets: 1, status: 200 },
    { sets: 2, status: 429 },
    { sets: 3, status: 429 },
  ])('of 2, with $sets made before, answers $status', ({ sets, status }) => {
    expect(after(limited, ...Array.from({ length: sets }, () => make), make).status).toBe(status)
  })

  it('gives room again when a set is released, or times out', () => {
    expect(after(limited, make, make, release('set-1'), make).status).toBe(200)
    expect(after(limited, make, made(60), waits(59), make).status).toBe(429)
    expect(after(limited, make, made(60), waits(60), make).status).toBe(200)
  })

  it('counts for one session only, and is counted by currentValues', () => {
    const other = visits('/rest/People?$method=entityset', { from: 'ana-area' })
    expect(after(connects(), limited, make, make, other).status).toBe(200)
    expect(after(limited, make, make, acts(says('quotas'))).value).toEqual({
      defaultEntitySetTimeout: 7200,
      nbEntitySets: 2,
      currentValues: { nbEntitySets: 2 },
    })
  })

  it('has no limit when it is reset', () => {
    expect(after(quota('nbEntitySets', 1), quota('nbEntitySets'), make, make).status).toBe(200)
  })
})

describe('an assignment to Session.quotas', () => {
  it.each([
    [-1, 'outOfRange'],
    [0, 'outOfRange'],
    [1, undefined],
    ['many', 'outOfRange'],
    [null, 'outOfRange'],
  ])('of %j gives the error %s', (value, error) => {
    expect(after(quota('nbEntitySets', value as Json)).error).toBe(error)
  })

  it.each([
    { value: 59, stored: 59 },
    { value: 60, stored: 60 },
    { value: 61, stored: 60 },
  ])('of the default $value, with the maximum 60, stores $stored', ({ value, stored }) => {
    const { value: quotas } = after(quota('maxEntitySetTimeout', 60), quota('defaultEntitySetTimeout', value))
    expect(quotas).toMatchObject({ defaultEntitySetTimeout: stored })
  })

  it.each([
    { asked: 59, timeout: 59 },
    { asked: 60, timeout: 60 },
    { asked: 61, timeout: 60 },
  ])('of the maximum 60 makes $asked a timeout of $timeout', ({ asked, timeout }) => {
    expect(after(quota('maxEntitySetTimeout', 60), made(asked)).world.entitySets.get('set-1')?.timeout).toBe(timeout)
  })

  it('leaves the sets made before as they are', () => {
    expect(after(make, quota('maxEntitySetTimeout', 60)).world.entitySets.get('set-1')?.timeout).toBe(7200)
  })

  it('is an error on what code cannot assign, and before 21 R4', () => {
    expect(after(quota('currentValues', 1)).error).toBe('senseless')
    expect(after(quota('__proto__', 1)).error).toBe('senseless')
    const errors = RELEASES.map((it) => inWorld({ release: it }).after(quota('nbEntitySets', 1)).error)
    expect(errors.slice(0, -1)).toEqual(Array(RELEASES.length - 1).fill('notInRelease'))
    expect(errors.at(-1)).toBeUndefined()
  })

  it('does nothing on a desktop session', () => {
    expect(after(connects(), onServer('setQuota', 'nbEntitySets', 1)).verdict.ending).toBe('undefined')
  })

  it('is not known to earlier releases, which keep any number of sets', () => {
    const before = inWorld({ release: '21R3', settings: { roles: null } })
    expect(before.after(make, make, make).verdictOf('makeEntitySet').ending).toBe('madeFreely')
  })
})
