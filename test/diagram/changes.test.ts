import { describe, expect, it } from 'vitest'
import { changesOf } from '../../src/diagram/changes'
import type { Command } from '../../src/engine/command'
import { step } from '../../src/engine/step'
import { office } from '../../src/gallery/office'
import { worldOf } from '../../src/simulation/scenario'
import { tell } from '../../src/simulation/story'

const connect = { type: 'connectClient', machine: 'ana' }
const onOpen = (call: string, ...args: readonly unknown[]) => ({
  type: 'runCall',
  machine: 'ana',
  in: 'onServerOpenConnection',
  call,
  with: args,
})
const page = { type: 'sendRequest', from: 'ana-area', to: 'web', url: '/$lib/renderer/?w=People', token: 'otp-1' }

/** What the last of these commands changed, each as "whose what: was → now". */
function last(...commands: readonly unknown[]): readonly string[] {
  const story = commands as readonly Command[] // names as a file would bring them
  const before = tell(worldOf(office, '21'), story.slice(0, -1)).end
  const after = step(before, story.at(-1)!).world
  return changesOf(before, after).map(
    ({ of, what, which, was, now }) => `${of.name} ${what} ${which}: ${JSON.stringify(was)} → ${JSON.stringify(now)}`,
  )
}

describe('what a step changed', () => {
  it('is a machine, its session and a licence when a client connects', () => {
    expect(last(connect)).toEqual([
      'ana running : false → true',
      'remote-ana session : false → true',
      'licences licences : "0" → "1"',
    ])
  })

  it('is the privileges and the storage of a session', () => {
    expect(last(connect, onOpen('setPrivileges', 'basic'))).toEqual(['remote-ana privileges : null → "basic"'])
    expect(last(connect, onOpen('writeStorage', 'team', 'North'), onOpen('writeStorage', 'team', 'South'))).toEqual([
      'remote-ana storage team: "\\"North\\"" → "\\"South\\""',
    ])
  })

  it('is a token made, used, and too late', () => {
    const made = [connect, onOpen('createOTP')]
    expect(last(...made)).toEqual(['otp-1 token otp-1: null → {"state":"fresh","at":"0:10"}'])
    expect(last(...made, { type: 'wait', seconds: 10 })).toEqual([
      'otp-1 token otp-1: {"state":"fresh","at":"0:10"} → {"state":"expired","at":"0:10"}',
    ])
  })

  it('is the token, the page and the cookie when a page is opened with it', () => {
    expect(last(connect, onOpen('createOTP'), page)).toEqual([
      'otp-1 token otp-1: {"state":"fresh","at":"0:10"} → {"state":"used","at":"0:00"}',
      'ana-area page : null → "/$lib/renderer/?w=People (200)"',
      'ana-area cookie web: null → "remote-ana"',
    ])
  })

  it('is nothing when only time passes', () => {
    expect(last(connect, { type: 'wait', seconds: 10 })).toEqual([])
  })

  it('is all that ends when the client leaves', () => {
    expect(last(connect, { type: 'disconnectClient', machine: 'ana' })).toEqual([
      'ana running : true → false',
      'remote-ana session : true → false',
      'licences licences : "1" → "0"',
    ])
  })
})
