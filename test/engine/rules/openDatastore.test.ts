import { describe, expect, it } from 'vitest'
import type { Step } from '../../../src/engine/step'
import { RELEASES } from '../../../src/engine/releases/releases'
import { remotely, says, starts, stopsWeb, startsWeb, visits, waits } from '../../support/commands'
import { changing } from '../../support/matrix'
import { after, inRelease, inWorld, withForceLogin } from '../../support/told'

const looks = { code: [says('id')] }
const used = ({ reply }: Step) => reply?.session

describe('a remote datastore', () => {
  it.each(RELEASES)('has one session for each machine and localID, in %s (SES-231)', (release) => {
    const { steps, world } = inRelease(release).after(
      starts(),
      remotely('staff', looks),
      remotely('staff', looks),
      remotely('other', looks),
      remotely('staff', { machine: 'server', ...looks }),
    )
    const [first, same, other, machine] = steps.slice(1).map(used)
    expect(same).toBe(first)
    expect(new Set([first, other, machine]).size).toBe(3)
    expect(steps[1]!.answers[0]).toMatchObject({ place: 'CTX-17', session: first })
    expect(world.sessions.get(first!)).toMatchObject({ type: 'rest', webServer: 'web', machine: 'server' })
  })

  it.each([
    [undefined, 60],
    [30, 60],
    [60, 60],
    [61, 61],
  ])('with an idleTimeout of %s lives %s minutes (SES-232)', (idleTimeout, minutes) => {
    const { reply, world } = after(starts(), remotely('staff', idleTimeout === undefined ? {} : { idleTimeout }))
    expect(world.sessions.get(reply!.session!)?.idleTimeout).toBe(minutes)
  })

  it('opens a new session when its own has closed (SES-088)', () => {
    const { steps } = after(starts(), remotely(), waits(3599), remotely(), waits(3600), remotely())
    const [first, same, again] = [1, 3, 5].map((at) => used(steps[at]!))
    expect(same).toBe(first)
    expect(again).not.toBe(first)
    expect(steps[5]!.verdicts[0]!.ending).toBe('again')
  })

  it('needs a licence of the target (SES-119), and is refused without one', () => {
    const { steps, holders } = inWorld({ settings: { licences: 1 } }).after(starts(), remotely(), remotely('other'))
    expect(steps.map(({ reply }) => reply?.status)).toEqual([undefined, 200, 402])
    expect(holders).toEqual([used(steps[1]!)])
  })

  it('is behind the gate of force login, and may call authentify() (SES-224)', () => {
    const { steps } = withForceLogin().after(
      starts(),
      remotely(),
      remotely('staff', { method: 'ds.act', ...looks }),
      remotely('staff', { method: 'authentify' }),
      remotely('staff', { method: 'ds.act', ...looks }),
    )
    expect(steps.slice(1).map(({ reply }) => reply?.status)).toEqual([200, 401, 200, 200])
  })

  it('is nobody’s browser: its session is not shown in one', () => {
    const { world } = after(starts(), remotely())
    expect(world.browsers.values().filter(({ page }) => page !== null)).toEqual([])
    expect(world.cookies.keys()).toEqual(['solo/staff@web'])
  })

  it('needs both applications running', () => {
    expect(after(remotely()).outcome).toBe('absent')
    expect(after(starts(), stopsWeb(), remotely()).outcome).toBe('notReached')
    expect(after(starts(), stopsWeb(), startsWeb(), remotely()).outcome).toBe('opened')
    expect(after(remotely()).reply?.status).toBe(0)
  })

  it('has no session without scalable sessions, before 21 R4', () => {
    const endings = RELEASES.map(
      (release) =>
        inWorld({ release, settings: { scalableSessions: false } }).after(starts(), remotely()).verdicts[0]!.ending,
    )
    expect(endings).toEqual(changing('21R4', 'none', 'opened'))
  })
})

describe('/rest/$directory/login', () => {
  it('runs On REST Authentication in a REST session (SES-226, CTX-09)', () => {
    const { answers, verdictOf } = after(visits('/rest/$directory/login', { method: 'POST', ...looks }))
    expect(answers[0]?.place).toBe('CTX-09')
    expect(verdictOf('restLogin').ending).toBe('calledStill')
  })

  it('opens a guest session when there is no such method', () => {
    const { reply, verdictOf } = after(visits('/rest/$directory/login', { method: 'POST' }))
    expect(verdictOf('restLogin').ending).toBe('guest')
    expect(reply).toMatchObject({ status: 200, session: 'web-1' })
  })

  it('waits before the gate of force login like any other request', () => {
    expect(withForceLogin().after(visits('/rest/$directory/login', looks)).status).toBe(401)
  })
})
