import { describe, expect, it } from 'vitest'
import { contextOf, type ContextName } from '../../../src/engine/contexts'
import { named, type BrowserName, type MachineName, type WebServerName } from '../../../src/engine/ids'
import { MEMBERS, type Member } from '../../../src/engine/method'
import { RELEASES, type Release } from '../../../src/engine/releases/releases'
import { lacks, memberSince, placeSince } from '../../../src/engine/releases/since'
import { step } from '../../../src/engine/step'
import { office } from '../../../src/gallery/office'
import { from } from '../../support/matrix'
import { worldOf } from '../../../src/simulation/scenario'

const ana = named<MachineName>('ana')
const visitor = named<BrowserName>('visitor')
const web = named<WebServerName>('web')

/** What one use of the member gets on the server, for a web request or for a remote user. */
function asked(release: Release, member: Member, place: ContextName) {
  const world = step(worldOf(office, release), { type: 'connectClient', machine: ana }).world
  const call = { call: member, with: ['basic'] } as const
  return contextOf(place).on === 'web'
    ? step(world, { type: 'sendRequest', from: visitor, to: web, url: '/4DACTION/look', code: [call] }).answers[0]
    : step(world, { type: 'runCall', machine: ana, in: place, ...call }).answers[0]
}

describe('the release a member came with', () => {
  it.each(MEMBERS.filter((it) => it !== 'access'))('is for %s the first whose table has it', (member) => {
    for (const place of ['action', 'onServerOpenConnection'] as const) {
      // Before 20 R5 a desktop place has no session to ask.
      const asking = place === 'action' ? RELEASES : from('20R5')
      const without = asking.filter((release) => {
        const answer = asked(release, member, place)
        // A desktop session of an early release answers createOTP() with an empty text instead of an error.
        return answer?.error === 'notInRelease' || (member === 'createOTP' && answer?.value === '')
      })
      expect(asking.filter((release) => lacks(release, memberSince(member, place)))).toEqual(without)
    }
  })

  it('is said of a place, too', () => {
    expect(placeSince('serverSingletonFunction')).toBe('21R3')
    expect(placeSince('clientMethod')).toBe(null)
    expect(lacks('21R2', placeSince('serverSingletonFunction'))).toBe(true)
  })
})
