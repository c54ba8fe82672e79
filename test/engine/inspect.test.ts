import { describe, expect, it } from 'vitest'
import { foresee, inspect } from '../../src/engine/inspect'
import type { Release } from '../../src/engine/releases/releases'
import type { Command } from '../../src/engine/command'
import { office } from '../../src/gallery/office'
import { worldOf } from '../../src/simulation/scenario'
import { tell } from '../../src/simulation/story'

const connects = { type: 'connectClient', machine: 'ana' } as unknown as Command // a name as a file would bring it

function remote(release: Release, side: 'server' | 'client' = 'server') {
  const { end } = tell(worldOf(office, release), [connects])
  const session = end.sessions.get('remote-ana')!
  const answers = [...inspect(end, session, side), ...foresee(end, session, side)]
  return {
    end,
    answers: Object.fromEntries(answers.map(({ member, answer }) => [member, answer.error ?? answer.value])),
  }
}

describe('a session looked at', () => {
  it('answers for every member, changing ones included, and is not changed by it', () => {
    const { end, answers } = remote('21')
    expect(answers).toMatchObject({
      isGuest: false,
      getPrivileges: [],
      setPrivileges: true,
      clearPrivileges: true,
      restore: false,
    })
    expect(answers.createOTP).toMatch(/^[0-9A-F]{32}$/)
    expect(end.tokens.size).toBe(0)
    expect(end.sessions.get('remote-ana')!.privileges).toEqual([])
  })

  it('answers as its release does', () => {
    expect(remote('20R10').answers).toMatchObject({ getPrivileges: ['WebAdmin'], setPrivileges: false, createOTP: '' })
    expect(remote('20R5').answers).toMatchObject({
      clearPrivileges: false,
      createOTP: 'notInRelease',
      promote: 'notInRelease',
    })
  })

  it('refuses on the client what only the server may do', () => {
    const { answers } = remote('21R3', 'client')
    for (const member of ['setPrivileges', 'clearPrivileges', 'promote', 'demote', 'restore']) {
      expect(answers[member]).toBe('forbiddenOnClient')
    }
    expect(answers.createOTP).toMatch(/^[0-9A-F]{32}$/)
  })
})
