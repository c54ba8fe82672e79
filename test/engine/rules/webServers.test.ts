import { describe, expect, it } from 'vitest'
import { office } from '../../../src/gallery/office'
import type { MachineSpec } from '../../../src/simulation/scenario'
import {
  acts,
  connects,
  says,
  soloArea,
  starts,
  startsWeb,
  startsWebWith,
  stops,
  stopsWeb,
} from '../../support/commands'
import { inWorld } from '../../support/told'

const asks = acts(says('Session'))
const named = (sessions: MachineSpec['sessions'], name: string) => ({
  ...office,
  machines: office.machines.map((it) => (it.name === name && sessions ? { ...it, sessions } : it)),
})

describe('WEB Server.start({scalableSession})', () => {
  it('overrides the setting for this run', () => {
    const { after } = inWorld()
    expect(after(stopsWeb(), startsWebWith(false), asks).value).toBeNull()
    expect(after(stopsWeb(), startsWebWith(true), asks).value).not.toBeNull()
    const without = inWorld({ settings: { scalableSessions: false } })
    expect(without.after(stopsWeb(), startsWebWith(true), asks).value).not.toBeNull()
    expect(without.after(asks).value).toBeNull()
  })

  it('is forgotten by the next run', () => {
    const { after } = inWorld()
    expect(after(stopsWeb(), startsWebWith(false), stopsWeb(), startsWeb(), asks).value).not.toBeNull()
  })

  it('is forgotten when its machine starts again', () => {
    const { after } = inWorld()
    const asksThere = soloArea('/4DACTION/act', { code: [says('Session')] })
    const off = [starts(), stopsWeb('solo-web'), startsWebWith(false, 'solo-web')]
    expect(after(...off, asksThere).value).toBeNull()
    expect(after(...off, stops(), starts(), asksThere).value).not.toBeNull()
  })
})

describe('the choice of sessions', () => {
  it('is local to each machine', () => {
    const { after } = inWorld({ spec: named('none', 'server') })
    expect(after(asks).value).toBeNull()
    expect(after(starts(), soloArea('/4DACTION/act', { code: [says('Session')] })).value).not.toBeNull()
  })

  it('of a machine comes before that of the project, and after what start() says', () => {
    const spec = named('scalable', 'server')
    const { after } = inWorld({ spec, settings: { scalableSessions: false } })
    expect(after(asks).value).not.toBeNull()
    expect(after(stopsWeb(), startsWeb()).verdict.ending).toBe('startedAsMachine')
    expect(after(stopsWeb(), startsWebWith(false), asks).value).toBeNull()
  })

  it('"legacy" of a machine means "No sessions" in a project that does not offer it', () => {
    const { world, value } = inWorld({ spec: named('legacy', 'server') }).after(connects(), asks)
    expect([world.legacy.size, value]).toEqual([0, null])
  })
})
