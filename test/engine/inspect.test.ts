import { describe, expect, it } from 'vitest'
import { ask, inspect, placeOf } from '../../src/engine/inspect'
import { nextExpiry } from '../../src/engine/nextExpiry'
import { RELEASES } from '../../src/engine/releases/releases'
import { contextOf } from '../../src/engine/contexts'
import type { Side } from '../../src/engine/world'
import { acts, calls, connects, onServer, opens, says, starts, waits } from '../support/commands'
import { inRelease, type Told } from '../support/told'

const crowd = (release: (typeof RELEASES)[number]): Told =>
  inRelease(release).after(connects(), starts(), acts(says('setPrivileges', 'basic')), calls())
const sidesOf = (type: string): readonly Side[] => (type === 'remote' ? ['server', 'client'] : ['server'])

describe('looking into a session', () => {
  it.each(RELEASES)('answers what its own code would be answered, and changes nothing, in %s', (release) => {
    const { world } = crowd(release)
    const bytes = JSON.stringify(world)
    for (const session of world.sessions.values()) {
      for (const side of sidesOf(session.type)) {
        const answers = inspect(world, session, side)
        expect(answers.map(({ member }) => member)).toContain('isGuest')
        for (const { answer } of answers)
          expect([answer.session ?? session.name, answer.error ?? '']).toEqual([
            session.name,
            expect.stringMatching(/^(|notInRelease|onNull)$/),
          ])
      }
    }
    expect(JSON.stringify(world)).toBe(bytes)
  })

  it('stands in a place from which the session is seen', () => {
    const { world } = crowd('21R4')
    const seen = world.sessions
      .values()
      .flatMap((session) =>
        sidesOf(session.type).map((side) => [session.name, contextOf(placeOf(world, session, side).context).id]),
      )
    expect(seen).toEqual([
      ['stored-procedures', 'CTX-40'],
      ['remote-ana', 'CTX-20'],
      ['remote-ana', 'CTX-27'],
      ['standalone-solo', 'CTX-50'],
      ['web-1', 'CTX-04'],
    ])
  })

  it('says Null for the client side before 21 R3', () => {
    const { world } = crowd('21R2')
    expect(ask(world, world.sessions.get('remote-ana')!, 'client', 'id')?.answer).toMatchObject({ error: 'onNull' })
  })

  it('can ask one member with arguments, and shows the table that answered', () => {
    const { world } = crowd('21R4')
    const found = ask(world, world.sessions.get('web-1')!, 'server', 'hasPrivilege', ['basic'])
    expect([found?.answer.value, found?.verdict.decision]).toEqual([true, 'hasPrivilege'])
  })
})

describe('the next end', () => {
  const { after } = inRelease('21R4')

  it('is that of the first token or web session, and of none when there is none', () => {
    expect(nextExpiry(after(connects()).world)).toBeNull()
    expect(nextExpiry(after(acts()).world)).toBe(3600)
    expect(nextExpiry(after(acts(), connects(), opens('createOTP'), waits(4)).world)).toBe(6)
    expect(nextExpiry(after(acts(), connects(), opens('createOTP'), waits(10)).world)).toBe(3590)
    expect(nextExpiry(after(connects(), onServer('createOTP'), waits(10)).world)).toBeNull()
  })
})
