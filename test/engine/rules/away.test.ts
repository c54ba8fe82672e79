import { describe, expect, it } from 'vitest'
import { nextExpiry } from '../../../src/engine/nextExpiry'
import type { SettingsSpec } from '../../../src/simulation/scenario'
import {
  acts,
  actsWith,
  area,
  begins,
  comesBack,
  connects,
  ends,
  isCutOff,
  leaves,
  onClient,
  onServer,
  opens,
  says,
  sets,
  sleeps,
  starting,
  stored,
  waits,
  wakes,
} from '../../support/commands'
import { inWorld } from '../../support/told'

const TWO_DAYS = 48 * 3600
const quic: SettingsSpec = { networkLayer: 'QUIC' }
const { after } = inWorld()
const cut = inWorld({ settings: quic }).after

const infoOf = (value: unknown) => value as { state: string; unreachableSince?: number }

describe('a client that sleeps', () => {
  it.each([
    { seconds: TWO_DAYS - 1, alive: true },
    { seconds: TWO_DAYS, alive: false },
    { seconds: TWO_DAYS + 1, alive: false },
  ])('after $seconds seconds is still connected: $alive', ({ seconds, alive }) => {
    const { world, holders } = after(connects(), sleeps(), waits(seconds))
    expect(world.sessions.has('remote-ana')).toBe(alive)
    expect(world.machines.get('ana')!.running).toBe(alive)
    expect(holders).toEqual(alive ? ['remote-ana'] : [])
    expect(world.processes.values().some(({ session }) => session === 'remote-ana')).toBe(alive)
  })

  it('has its timeout from the setting', () => {
    const short = inWorld({ settings: { sleepTimeout: 60 } }).after
    expect(short(connects(), sleeps(), waits(59)).verdict.ending).toBe('quiet')
    expect(short(connects(), sleeps(), waits(60)).verdict.ending).toBe('dropped')
    expect(after(sets('sleepTimeout', 60), connects(), sleeps(), waits(60)).verdict.ending).toBe('dropped')
  })

  it('is in the state "sleeping" for everybody who looks, then active again with all it had', () => {
    const asleep = [connects(), onServer('writeStorage', 'k', 1), sleeps()]
    expect(infoOf(after(...asleep, stored('sessionInfo', 'remote-ana')).value).state).toBe('sleeping')
    const awake = after(...asleep, waits(TWO_DAYS - 1), wakes(), onServer('info'))
    expect(infoOf(awake.value).state).toBe('active')
    expect(awake.session('remote-ana').storage.get('k')).toBe(1)
    expect(after(...asleep, wakes(), waits(TWO_DAYS)).world.sessions.has('remote-ana')).toBe(true)
  })

  it('does nothing itself', () => {
    for (const it of [
      onServer('id'),
      onClient('id'),
      area('/'),
      begins('report'),
      ends('main'),
      leaves(),
      starting('ana'),
    ])
      expect(after(connects(), sleeps(), it).tone).toBe('bad')
  })

  it('still lends its session to a browser with a token', () => {
    const { reply } = after(connects(), opens('createOTP'), sleeps(), actsWith('otp-1', says('id')))
    expect(reply?.session).toBe('remote-ana')
  })

  it('cannot be cut off, nor sleep twice', () => {
    expect(cut(connects(), sleeps(), isCutOff()).outcome).toBe('already')
    expect(after(connects(), sleeps(), sleeps()).outcome).toBe('already')
    expect(after(connects(), wakes()).outcome).toBe('absent')
  })

  it('comes back as a new session when it was dropped', () => {
    const { world } = after(connects(), sleeps(), waits(TWO_DAYS), connects())
    expect(world.machines.get('ana')).toMatchObject({ running: true, session: 'remote-ana~2' })
    expect(world.machines.get('ana')).not.toHaveProperty('away')
  })

  it('is the next thing that ends', () => {
    expect(nextExpiry(after(connects(), sleeps()).world)).toBe(TWO_DAYS)
    expect(nextExpiry(after(connects(), sleeps(), wakes()).world)).toBe(null)
    expect(nextExpiry(after(acts(says('id')), connects(), sleeps()).world)).toBe(3600)
  })
})

describe('a client that is cut off', () => {
  it.each([
    { seconds: 899, alive: true },
    { seconds: 900, alive: false },
    { seconds: 901, alive: false },
  ])('after $seconds seconds still has its session: $alive', ({ seconds, alive }) => {
    const { world, verdict } = cut(connects(), isCutOff(), waits(seconds))
    expect(world.sessions.has('remote-ana')).toBe(alive)
    expect(world.licences.has('remote-ana')).toBe(alive)
    expect(verdict.ending).toBe(alive ? 'quiet' : 'lost')
  })

  it('has its timeout from the setting', () => {
    const short = inWorld({ settings: { ...quic, quicTimeout: 10 } }).after
    expect(short(connects(), isCutOff(), waits(9)).verdict.ending).toBe('quiet')
    expect(short(connects(), isCutOff(), waits(10)).verdict.ending).toBe('lost')
  })

  it('counts the seconds on both sides, until it is back', () => {
    const gone = [connects(), isCutOff(), waits(60)]
    expect(infoOf(cut(...gone, onClient('info')).value).unreachableSince).toBe(60)
    expect(infoOf(cut(...gone, stored('sessionInfo', 'remote-ana')).value).unreachableSince).toBe(60)
    expect(cut(...gone, stored('processActivity', 'remote-ana')).value).toMatchObject({
      sessions: [{ unreachableSince: 60 }],
    })
    expect(cut(...gone, comesBack(), onClient('info')).value).not.toHaveProperty('unreachableSince')
    expect(cut(...gone, comesBack(), waits(900)).world.sessions.has('remote-ana')).toBe(true)
  })

  it('begins to wait anew when it is cut off again', () => {
    const twice = [connects(), isCutOff(), waits(899), comesBack(), isCutOff()]
    expect(cut(...twice, waits(899)).verdict.ending).toBe('quiet')
    expect(cut(...twice, waits(900)).verdict.ending).toBe('lost')
  })

  it('runs code of its own, but none on the server', () => {
    expect(cut(connects(), isCutOff(), onClient('id')).error).toBeUndefined()
    expect(cut(connects(), isCutOff(), onServer('id')).verdict.ending).toBe('outOfReach')
    expect(cut(connects(), isCutOff(), starting('ana')).verdict.ending).toBe('outOfReach')
    expect(cut(connects(), isCutOff(), area('/')).verdict.ending).toBe('outOfReach')
  })

  it('loses its session at once without QUIC, and before 21 R4 (assumed)', () => {
    expect(after(connects(), isCutOff()).verdict.ending).toBe('lost')
    const early = inWorld({ release: '21R3', settings: quic }).after(connects(), isCutOff())
    expect(early.verdict.ending).toBe('lostEarlier')
    expect(early.world.sessions.has('remote-ana')).toBe(false)
    expect(early.holders).toEqual([])
  })
})

describe('a wait', () => {
  it('lets what ends do so in the order of time, each thing once', () => {
    const { events } = cut(
      acts(says('id')),
      connects(),
      connects('bruno'),
      isCutOff(),
      sleeps('bruno'),
      waits(TWO_DAYS),
    )
    const closed = events.flatMap((it) => (it.type === 'sessionClosed' ? [[it.session, it.because]] : []))
    expect(closed).toEqual([
      ['remote-ana', 'unreachable'],
      ['web-1', 'idle'],
      ['remote-bruno', 'asleep'],
    ])
  })
})
