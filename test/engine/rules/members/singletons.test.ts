import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/engine/json'
import {
  acts,
  alone,
  begins,
  connects,
  leaves,
  onClient,
  onServer,
  opens,
  runs,
  says,
  shared,
  starting,
  starts,
  stops,
  stored,
  visits,
  waits,
} from '../../../support/commands'
import { after, inRelease, inWorld } from '../../../support/told'

const writes = ['Cart', 'items', 1] as const
const reads = ['Cart', 'items'] as const
const byServer = (...args: readonly Json[]) => runs('ana', 'serverSingletonFunction', 'singleton', ...args)

describe('a session singleton', () => {
  it.each([
    ['20R4', 'notInRelease'],
    ['20R6', 'notInRelease'],
    ['20R7', undefined],
  ] as const)('in %s is the error %j (SES-210)', (release, error) => {
    expect(inRelease(release).after(stored('singleton', 'session', 'Cart')).error).toBe(error)
  })

  it('is one for all processes of a session, and another for another session', () => {
    const story = [
      connects(),
      connects('bruno'),
      begins('report', { code: [says('singleton', 'session', ...writes)] }),
      opens('createOTP'),
    ]
    expect(after(...story, onServer('singleton', 'session', ...reads)).value).toBe(1)
    expect(after(...story, shared('singleton', 'session', ...reads)).value).toBe(1)
    const other = runs('bruno', 'executeOnServerMethod', 'singleton', 'session', ...reads)
    expect(after(...story, other).value).toBeUndefined()
    expect(after(...story, stored('singleton', 'session', ...reads)).value).toBeUndefined()
  })

  it.each([
    ['a web session', acts(says('singleton', 'session', 'Cart')), 'web-1'],
    ['the stored procedures', stored('singleton', 'session', 'Cart'), 'stored-procedures'],
    ['the application in single-user', alone('singleton', 'session', 'Cart'), 'solo'],
    ['a client on the server', onServer('singleton', 'session', 'Cart'), 'remote-ana'],
    ['the client machine itself', onClient('singleton', 'session', 'Cart'), 'ana'],
    ['a server function', byServer('session', 'Cart'), 'remote-ana'],
  ])('of %s has the scope of SES-211', (_, command, of) => {
    expect(after(connects(), starts(), command).value).toEqual({ of, values: {} })
  })

  it('is different on server and client; a server function comes to that of the server (SES-212, SES-213)', () => {
    const story = [connects(), byServer('session', ...writes)]
    expect(after(...story, onServer('singleton', 'session', ...reads)).value).toBe(1)
    expect(after(...story, onClient('singleton', 'session', ...reads)).value).toBeUndefined()
  })

  it('goes with its session', () => {
    const visitor = acts(says('singleton', 'session', ...writes))
    expect(after(visitor).world.singletons?.size).toBe(1)
    expect(after(visitor, waits(3600)).world.singletons?.size).toBe(0)
    expect(after(connects(), onServer('singleton', 'session', 'Cart'), leaves()).world.singletons?.size).toBe(0)
  })

  it('is not there in a web request without a session (assumed)', () => {
    const { value } = inWorld({ settings: { scalableSessions: false } }).after(
      acts(says('singleton', 'session', 'Cart')),
    )
    expect(value).toBe(null)
  })
})

describe('a shared singleton', () => {
  it('is one for each machine, whatever the session', () => {
    const story = [connects(), stored('singleton', 'shared', ...writes)]
    expect(after(...story, onServer('singleton', 'shared', ...reads)).value).toBe(1)
    expect(after(...story, visits('/4DACTION/x', { code: [says('singleton', 'shared', ...reads)] })).value).toBe(1)
    expect(after(...story, onClient('singleton', 'shared', ...reads)).value).toBeUndefined()
    expect(after(...story, byServer('shared', ...reads)).value).toBe(1)
  })

  it('goes with the application', () => {
    const story = [starts(), alone('singleton', 'shared', ...writes)]
    expect(after(...story, stops(), starts(), alone('singleton', 'shared', ...reads)).value).toBeUndefined()
  })
})

describe('a process singleton', () => {
  it('is not the one of the twin process (SES-214)', () => {
    const story = [connects(), onClient('singleton', 'process', ...writes)]
    expect(after(...story, onClient('singleton', 'process', ...reads)).value).toBe(1)
    expect(after(...story, onServer('singleton', 'process', ...reads)).value).toBeUndefined()
  })

  it('goes with its process', () => {
    const own = says('singleton', 'process', ...writes)
    const both = starting('server', { code: [own, says('singleton', 'process', ...reads)] })
    expect(after(both).value).toBe(1)
    expect(after(both, starting('server', { code: [says('singleton', 'process', ...reads)] })).value).toBeUndefined()
    expect(after(acts(own)).world.singletons?.size).toBe(0)
  })
})

describe('a singleton', () => {
  it('needs a kind and a class', () => {
    expect(after(stored('singleton', 'session')).error).toBe('senseless')
    expect(after(stored('singleton', 'Cart', 'session')).error).toBe('senseless')
  })
})

describe('a member of Null', () => {
  it('is an error, and Session itself is none (PLAY-006)', () => {
    const nowhere = inRelease('21R2').after
    expect(nowhere(connects(), onClient('id')).error).toBe('onNull')
    expect(nowhere(connects(), onClient('Session')).value).toBe(null)
  })

  it('does not take the place of the reason why Session is Null', () => {
    const told = inRelease('21R2').after(connects(), onClient('id'))
    expect(told.verdict.ending).toBe('clientNull')
    expect(told.verdictOf('onNull').ending).toBe('error')
  })
})
