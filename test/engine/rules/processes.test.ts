import { describe, expect, it } from 'vitest'
import { begins, connects, ends, leaves, onServer, opens, says, waits } from '../../support/commands'
import { from } from '../../support/matrix'
import { after, inRelease } from '../../support/told'

const looks = { code: [says('id'), says('storage', 'k')] }

describe('a further process of a client', () => {
  it.each(from('20R5'))('runs On Server Open Connection again, in the same session, in %s (SES-011)', (release) => {
    const { answers, steps, world } = inRelease(release).after(
      connects(),
      opens('writeStorage', 'k', 1),
      opens('id'),
      begins('report', looks),
    )
    expect(answers.map(({ place, session }) => [place, session])).toEqual([
      ['CTX-24', 'remote-ana'],
      ['CTX-24', 'remote-ana'],
    ])
    expect(answers.map(({ value }) => value)).toEqual([steps[2]!.answers[0]!.value, 1])
    expect(world.processes.get('ana.report.twin')).toMatchObject({ kind: 'twin', machine: 'server' })
    expect(world.sessions.size).toBe(2)
  })

  it('gets its twin only when it needs one, and is announced only for code (SES-011)', () => {
    const { steps, world } = after(
      connects(),
      begins('import', { needs: 'data' }),
      begins('paint', { needs: 'nothing' }),
    )
    expect(steps.slice(1).map(({ outcome, answers }) => [outcome, answers.length])).toEqual([
      ['dataOnly', 0],
      ['alone', 0],
    ])
    expect(world.processes.keys()).toEqual(
      expect.arrayContaining(['ana.import', 'ana.import.twin', 'ana.paint', 'ana.main', 'ana.twin']),
    )
    expect(world.processes.has('ana.paint.twin')).toBe(false)
  })

  it('has a name of its own, counted when none is said or another has it', () => {
    const { world } = after(connects(), begins(), begins(), begins('report'), begins('report'))
    expect(world.processes.keys().filter((it) => /^ana\.[\w-]+$/.test(it))).toEqual([
      'ana.main',
      'ana.twin',
      'ana.process-2',
      'ana.process-3',
      'ana.report',
      'ana.process-4',
    ])
  })

  it('runs On Server Close Connection when it ends, and the session stays', () => {
    const { outcome, answers, world } = after(connects(), begins('report'), ends('report', looks))
    expect(outcome).toBe('closed')
    expect(answers[0]).toMatchObject({ place: 'CTX-25', session: 'remote-ana' })
    expect(world.processes.has('ana.report') || world.processes.has('ana.report.twin')).toBe(false)
    expect(world.sessions.has('remote-ana')).toBe(true)
  })

  it('ends silently when it was never announced', () => {
    expect(after(connects(), begins('import', { needs: 'data' }), ends('import'))).toMatchObject({
      outcome: 'ended',
      answers: [],
    })
  })

  it('is not the Application process, and not one that never began', () => {
    expect(after(connects(), ends('main')).outcome).toBe('application')
    expect(after(connects(), ends('twin')).outcome).toBe('missing')
    expect(after(connects(), ends('nothing')).outcome).toBe('missing')
    expect(after(begins('report')).outcome).toBe('absent')
  })

  it('ends with its client', () => {
    const { world } = after(connects(), begins('report'), leaves())
    expect(world.processes.keys()).toEqual(['server.main'])
  })

  it('keeps the privileges that the session was given before', () => {
    const { value } = inRelease('21').after(
      connects(),
      onServer('setPrivileges', 'basic'),
      waits(1),
      begins('report', { code: [says('getPrivileges')] }),
    )
    expect(value).toEqual(['basic'])
  })
})
