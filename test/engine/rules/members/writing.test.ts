import { describe, expect, it } from 'vitest'
import type { Member } from '../../../../src/engine/method'
import type { Json } from '../../../../src/engine/json'
import {
  acts,
  alone,
  begins,
  connects,
  ends,
  finishes,
  leaves,
  onClient,
  onServer,
  opens,
  says,
  shared,
  starting,
  starts,
  stops,
  stored,
  visits,
} from '../../../support/commands'
import { after } from '../../../support/told'

const cart = onServer('writeStorage', 'cart', { items: 0 })
/** Ana's session, which her Web area will share. */
const both = [connects(), opens('createOTP'), cart]
const asks = (call: Member, ...args: readonly Json[]) => shared(call, ...args)

describe('writing to Session.storage', () => {
  it.each<readonly [Json, Json, string | undefined]>([
    [1, true, undefined],
    ['x', false, undefined],
    [null, false, undefined],
    [{ a: 1 }, true, undefined],
    [{ a: 1 }, false, 'notShared'],
    [[1], true, undefined],
    [[1], false, 'notShared'],
  ])('%j, shared %j, is the error %j (SES-192)', (value, isShared, error) => {
    const told = after(connects(), onServer('writeStorage', 'k', value, true, isShared))
    expect(told.error).toBe(error)
    expect(told.session('remote-ana').storage.get('k')).toEqual(error ? undefined : value)
  })

  it('takes an object for shared when nothing is said, as stories always did', () => {
    expect(after(connects(), cart).error).toBeUndefined()
  })
})

describe('a storage in use', () => {
  it('lets the same process write, and another one wait until End use (SES-191)', () => {
    const held = [...both, onServer('use')]
    expect(after(...held, onServer('writeStorage', 'k', 1)).value).toBe(1)
    const waiting = after(...held, asks('writeStorage', 'k', 2))
    expect([waiting.error, waiting.status]).toEqual(['waits', 0])
    expect(waiting.verdictOf('writeStorage').ending).toBe('waits')
    expect(waiting.session('remote-ana').storage.get('k')).toBeUndefined()
    const done = after(...held, asks('writeStorage', 'k', 2), onServer('endUse'))
    expect(done.session('remote-ana').storage.get('k')).toBe(2)
    expect(done.world.uses?.size).toBe(0)
  })

  it('can be read by anybody', () => {
    expect(after(...both, onServer('use'), asks('storage', 'cart')).value).toEqual({ items: 0 })
  })

  it('is not in use on the other side of the session (SES-194)', () => {
    expect(after(...both, onServer('use'), onClient('writeStorage', 'k', 1)).value).toBe(1)
  })

  it('lets them write in the order in which they came', () => {
    const procedure = (value: number) => stored('writeStorage', 'k', value)
    const held = [starting('server', { code: [says('use')] }), procedure(1), procedure(2)]
    expect(after(...held).error).toBe('waits')
    const { world } = after(...held, starting('server', { code: [says('id')] }))
    // The first procedure has come to its end, and with it its Use.
    expect(world.sessions.get('stored-procedures')!.storage.get('k')).toBe(2)
  })

  it('goes to the first who waits at Use, and the others go on waiting', () => {
    const hold = (stays: string) => visits('/4DACTION/hold', { stays, code: [says('use')] })
    const told = after(
      acts(says('id')),
      hold('one'),
      onServer('id'),
      acts(says('writeStorage', 'k', 1)),
      finishes('one'),
    )
    expect(told.session('web-1').storage.get('k')).toBe(1)
    const process = begins('report', { code: [says('use')] })
    const queue = [connects(), onServer('use'), process, onServer('endUse')]
    const { world } = after(...queue)
    expect(world.uses?.values().map((it) => it.process)).toEqual(['ana.report.twin'])
    expect(after(...queue, onServer('writeStorage', 'k', 1)).error).toBe('waits')
    expect(
      after(...queue, onServer('writeStorage', 'k', 1), ends('report'))
        .session('remote-ana')
        .storage.get('k'),
    ).toBe(1)
  })

  it('is free when its session has gone', () => {
    expect(after(connects(), onServer('use'), leaves()).world.uses?.size).toBe(0)
    expect(after(connects(), onServer('use'), leaves(), connects(), onServer('writeStorage', 'k', 1)).value).toBe(1)
  })

  it('has no End use without Use', () => {
    expect(after(connects(), onServer('endUse')).outcome).toBe('nothing')
  })
})

describe('a shared object in the storage', () => {
  it('has a lock of its own: Use of the storage does not do (SES-193)', () => {
    expect(
      after(...both, onServer('writeNested', 'cart', 'items', 1))
        .session('remote-ana')
        .storage.get('cart'),
    ).toEqual({ items: 1 })
    expect(after(...both, onServer('writeNested', 'cart', 'items', 1, 'storage')).error).toBe('outsideUse')
    expect(after(...both, onServer('writeNested', 'cart', 'items', 1, false)).error).toBe('outsideUse')
  })

  it('stays free while the storage is in use, and the storage while it is', () => {
    expect(after(...both, onServer('use'), asks('writeNested', 'cart', 'items', 1)).value).toBe(1)
    expect(after(...both, onServer('use', 'cart'), asks('writeStorage', 'k', 1)).value).toBe(1)
  })

  it('keeps what was written to it while a write waited', () => {
    const { session } = after(
      ...both,
      onServer('use', 'cart'),
      asks('writeNested', 'cart', 'items', 2),
      onServer('writeNested', 'cart', 'sum', 9),
      onServer('endUse'),
    )
    expect(session('remote-ana').storage.get('cart')).toEqual({ items: 2, sum: 9 })
  })

  it('must be there', () => {
    expect(after(connects(), onServer('writeNested', 'cart', 'items', 1)).error).toBe('notShared')
    expect(after(connects(), onServer('writeStorage', 'k', 1), onServer('use', 'k')).error).toBe('notShared')
  })
})

describe('Storage', () => {
  it('belongs to the machine: server, client and Session.storage are three (SES-195)', () => {
    const story = [connects(), onClient('writeMachineStorage', 'k', 1), onServer('writeMachineStorage', 'k', 2)]
    expect(after(...story, onClient('machineStorage', 'k')).value).toBe(1)
    expect(after(...story, stored('machineStorage', 'k')).value).toBe(2)
    expect(after(...story, acts(says('machineStorage', 'k'))).value).toBe(2)
    expect(after(...story, onClient('storage')).value).toEqual({})
    expect(after(...story, onServer('storage')).value).toEqual({})
  })

  it('wants Use and shared values, too', () => {
    expect(after(stored('writeMachineStorage', 'k', 1, false)).error).toBe('outsideUse')
    expect(after(stored('writeMachineStorage', 'k', {}, true, false)).error).toBe('notShared')
  })

  it('is empty again after its machine stopped', () => {
    const story = [starts(), alone('writeMachineStorage', 'k', 1)]
    expect(after(...story, alone('machineStorage')).value).toEqual({ k: 1 })
    expect(after(...story, stops(), starts(), alone('machineStorage')).value).toEqual({})
  })
})
