import { describe, expect, it } from 'vitest'
import {
  browserText,
  callText,
  cureOf,
  durationText,
  sentenceOf,
  tellingOf,
  toldVerdict,
} from '../../src/diagram/telling'
import type { Command } from '../../src/engine/command'
import type { Json } from '../../src/engine/json'
import { MEMBERS, type Member } from '../../src/engine/method'
import { en } from '../../src/words/en'
import { reasons } from '../../src/words/en.reasons'
import {
  acts,
  area,
  connects,
  leaves,
  logsOut,
  onServer,
  opens,
  page,
  sets,
  starting,
  starts,
  startsWeb,
  stops,
  stopsWeb,
  visits,
  waits,
} from '../support/commands'
import { after, worldIn } from '../support/told'
import { TALES } from '../support/stories'

const words = { ...en, ...reasons }
const world = worldIn()
const told = (command: Command) => tellingOf(command, world, words)

describe('a use of Session in words', () => {
  it.each<[Member, readonly Json[], string]>([
    ['Session', [], 'Session'],
    ['id', [], 'id'],
    ['isGuest', [], 'isGuest()'],
    ['setPrivileges', ['basic'], 'setPrivileges(basic)'],
    ['setPrivileges', [{ roles: 'Clerk' }], 'setPrivileges({"roles":"Clerk"})'],
    ['createOTP', [60], 'createOTP(60)'],
    ['storage', [], 'storage'],
    ['storage', ['team'], 'storage.team'],
    ['writeStorage', ['team', 'North'], 'storage.team := North'],
    ['writeStorage', [], 'storage. := null'],
    ['setIdleTimeout', [90], 'idleTimeout := 90'],
    ['access', ['read', 'People'], 'read People'],
    ['hasPrivilege', ['a'.repeat(24)], `hasPrivilege(${'a'.repeat(24)})`],
    ['hasPrivilege', ['a'.repeat(25)], `hasPrivilege(${'a'.repeat(23)}…)`],
  ])('%s %j is %s', (call, args, text) => {
    expect(callText(call, args)).toBe(text)
  })

  it('is never empty', () => {
    expect(MEMBERS.filter((it) => it !== 'access' && callText(it) === '')).toEqual([])
  })
})

describe('a span of time in words', () => {
  it.each([
    [0, '0 s'],
    [119, '119 s'],
    [120, '2 min'],
    [121, '2:01'],
    [3600, '60 min'],
    [7199, '1:59:59'],
    [7200, '2:00:00'],
  ])('%i seconds is %s', (seconds, text) => {
    expect(durationText(seconds, { units: { seconds: '{count} s', minutes: '{count} min' } })).toBe(text)
  })
})

describe('a command in words', () => {
  it('tells who acts, and what they want', () => {
    expect(told(onServer('createOTP', 60))).toEqual({
      who: `Ana · ${reasons.places.executeOnServerMethod}`,
      what: 'createOTP(60)',
    })
    expect(told(connects())).toEqual({ who: '', what: 'Ana connects' })
    expect(told(startsWeb()).who).toBe('web')
    expect(told(waits(1))).toMatchObject({ who: '' })
    expect(told(waits(1)).what).toContain('1 s')
    expect(told(sets('licences', 3)).what).toContain('3')
  })

  it('tells a request by method, path and token, and a page by its name', () => {
    expect(told(page('otp-1'))).toEqual({ who: 'Web area · Ana', what: 'GET /$lib/renderer People + otp-1' })
    expect(told(visits('/rest/People?$top=5', { method: 'POST' })).what).toBe('POST /rest/People')
    expect(told(visits('/$lib/renderer/')).what).toBe('GET /$lib/renderer ')
  })

  it('never leaves a place open, whoever acts', () => {
    const all = [
      ...[
        connects(),
        leaves(),
        starts(),
        stops(),
        startsWeb(),
        stopsWeb(),
        onServer('id'),
        starting('ana', { method: 'm' }),
      ],
      ...[acts(), area('/'), logsOut(), sets('sameSite', 'Lax'), waits(5)],
    ]
    for (const command of all) {
      const { who, what } = told(command)
      expect(what).not.toBe('')
      expect(`${who} ${what}`).not.toMatch(/[{}]|undefined|…/)
    }
  })

  it('tells machines and browsers nobody knows by their names', () => {
    expect(told(connects('nobody')).what).toContain('nobody')
    expect(told(starting('nobody')).who).toBe('nobody')
    expect(browserText(world, 'nobody')).toBe('nobody')
    expect([browserText(world, 'visitor'), browserText(world, 'ana-area')]).toEqual([
      "Visitor's browser",
      'Web area · Ana',
    ])
  })

  it('of every story of the suite has words', () => {
    const commands = TALES.flatMap((tale) => tale.commands)
    expect(commands.filter((it) => told(it).what === '')).toEqual([])
  })
})

describe('a verdict in words', () => {
  it('is the sentence of its ending, with its facts', () => {
    const late = after(connects(), opens('createOTP'), waits(10), page('otp-1'))
    expect(sentenceOf(late.verdict, words)).toBe(reasons.flows.checkToken.nodes.expired.replace('{token}', 'otp-1'))
    expect(toldVerdict(late)).toBe(late.verdict)
  })

  it('has a cure where something was refused, and none where nothing was', () => {
    const late = after(connects(), opens('createOTP'), waits(10), page('otp-1'))
    expect(cureOf(late.verdict, words)).toBe(reasons.flows.checkToken.cures.expired)
    expect(cureOf(after(connects()).verdict, words)).toBeUndefined()
  })

  it('is silent in a language that has no word for it', () => {
    expect(sentenceOf(after(connects()).verdict, { ...words, flows: {} as typeof words.flows })).toBe('')
  })
})
