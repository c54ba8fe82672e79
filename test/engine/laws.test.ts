import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEnding } from '../../src/decision/decision'
import { COMMAND_TYPES, type Command } from '../../src/engine/command'
import { contextOf } from '../../src/engine/contexts'
import { decisionNamed } from '../../src/engine/decisions'
import { CONTEXTS } from '../../src/engine/contexts'
import { nextExpiry } from '../../src/engine/nextExpiry'
import { has, RELEASES, type Release } from '../../src/engine/releases/releases'
import { step, type Step } from '../../src/engine/step'
import { isWeb, type World } from '../../src/engine/world'
import { extend, prefix, stepAt, storyOf, tell, worldAt } from '../../src/simulation/story'
import { worldOf } from '../../src/simulation/scenario'
import { command, commands, longStory, release, scenes, start } from '../support/arbitraries'

/** `LAWS=5000 npx vitest run test/engine/laws.test.ts` looks longer. */
const RUNS = { numRuns: Number(process.env.LAWS ?? 150) }

function stepsOf(world: World, all: readonly Command[]): readonly Step[] {
  const steps: Step[] = []
  for (const it of all) steps.push(step(steps.at(-1)?.world ?? world, it))
  return steps
}

/** Whatever is told, each step of it keeps the law. */
const everyStep = (law: (step: Step, before: World, story: readonly Step[]) => void) =>
  fc.assert(
    fc.property(start, commands(), (world, all) => {
      const steps = stepsOf(world, all)
      steps.forEach((it, i) => law(it, steps[i - 1]?.world ?? world, steps.slice(0, i)))
    }),
    RUNS,
  )

const PLACE_NAMES = new Map(Object.entries(CONTEXTS).map(([name, { id }]) => [id, name] as const))
const runsForWeb = (place: string): boolean => contextOf(PLACE_NAMES.get(place as never) as never).runs === 'web'

describe('any story', () => {
  it('told twice is the same story, to the byte', () => {
    fc.assert(
      fc.property(start, commands(), (world, all) => {
        expect(JSON.stringify(stepsOf(world, all))).toBe(JSON.stringify(stepsOf(world, all)))
      }),
      RUNS,
    )
  })

  it('answers every command, with a verdict that tells', () => {
    everyStep(({ verdicts, telling, outcome, tone }) => {
      expect(verdicts[telling]).toMatchObject({ outcome, tone })
    })
  })

  it('leaves the world before a step as it was', () => {
    fc.assert(
      fc.property(start, commands(), command, (world, all, last) => {
        const before = stepsOf(world, all).at(-1)!.world
        const bytes = JSON.stringify(before)
        step(before, last)
        expect(JSON.stringify(before)).toBe(bytes)
      }),
      RUNS,
    )
  })

  it('never lets time run backwards', () => {
    everyStep(({ world, command: it }, before) => {
      expect(world.now).toBeGreaterThanOrEqual(before.now)
      if (it.type !== 'wait') expect(world.now).toBe(before.now)
    })
  })

  it('turns only where the table has an arrow', () => {
    everyStep(({ verdicts }) => {
      for (const { decision, turns, ending, outcome, tone } of verdicts) {
        const { start: first, nodes } = decisionNamed(decision)
        let at = first
        for (const { node, answer } of turns) {
          expect(node).toBe(at)
          const question = nodes[node]!
          if (isEnding(question)) throw new Error(`${decision}.${node} is no question`)
          at = question[answer]
        }
        expect(ending).toBe(at)
        expect(nodes[ending]).toMatchObject({ outcome, tone })
      }
    })
  })

  it('changes the world by its events only', () => {
    everyStep(({ events, world }, before) => {
      if (events.length === 0) expect(world).toBe(before)
    })
  })
})

describe('any session', () => {
  it('has an id and a name that no other ever had', () => {
    fc.assert(
      fc.property(start, commands(), (world, all) => {
        const opened = stepsOf(world, all).flatMap(({ events }) =>
          events.flatMap((it) => (it.type === 'sessionOpened' ? [it.session] : [])),
        )
        const every = [...world.sessions.values(), ...opened]
        expect(new Set(every.map(({ id }) => id)).size).toBe(every.length)
        expect(new Set(every.map(({ name }) => name)).size).toBe(every.length)
      }),
      RUNS,
    )
  })

  it('of the web has an end ahead of it, and no other has one', () => {
    everyStep(({ world }) => {
      for (const session of world.sessions.values()) {
        expect(session.expiresAt === null).toBe(!isWeb(session))
        expect(session.webServer === null).toBe(!isWeb(session))
        if (session.expiresAt !== null) expect(session.expiresAt).toBeGreaterThan(world.now)
      }
    })
  })

  it('belongs to something that runs', () => {
    everyStep(({ world }) => {
      for (const { name, type, machine, webServer } of world.sessions.values()) {
        expect(world.machines.get(machine)?.running).toBe(true)
        if (webServer !== null) expect(world.webServers.get(webServer)?.running).toBe(true)
        else if (type !== 'storedProcedure') expect(world.machines.get(machine)?.session).toBe(name)
      }
    })
  })

  it('that a process belongs to is there, and so is its machine', () => {
    everyStep(({ world }) => {
      for (const { name, session, machine } of world.processes.values()) {
        expect(world.machines.get(machine)?.running).toBe(true)
        // Only a request that still runs may outlast its session (SES-084); it will find itself alone.
        if (session !== null && !world.open.has(name)) expect(world.sessions.has(session)).toBe(true)
      }
    })
  })

  it('that holds a licence is there, and there are never more holders than licences, unless these became fewer', () => {
    everyStep(({ world, command: it }, before, story) => {
      const { used, total } = { used: world.licences.size, total: world.settings.licences }
      // A client of a release without desktop sessions holds one for its connection alone.
      const without = world.machines.filter((it) => it.kind === 'client' && it.running && it.session === null).length
      const connections = world.licences.filter((it) => !world.sessions.has(it.session))
      expect(connections.map(({ because }) => because)).toEqual(Array(without).fill('connection'))
      for (const { name, type } of world.sessions.values())
        if (type === 'remote') expect(world.licences.has(name)).toBe(true)
      const lowered = [...story.map((past) => past.command), it].some(
        (past) => past.type === 'changeSetting' && past.setting === 'licences',
      )
      if (!lowered) expect(used).toBeLessThanOrEqual(total)
      if (used > before.licences.size) expect(used).toBeLessThanOrEqual(total)
    })
  })

  it('in single-user is one of three REST sessions at most', () => {
    everyStep(({ world }) => {
      const rest = world.sessions.values().filter(({ type, machine }) => type === 'rest' && machine === 'solo')
      expect(rest.length).toBeLessThanOrEqual(3)
    })
  })
})

describe('any token', () => {
  const redeemed = ({ events }: Step) => events.flatMap((it) => (it.type === 'tokenUsed' ? [it.token] : []))

  it('opens only once, only in time, and only while its session lives', () => {
    everyStep((it, before) => {
      for (const name of redeemed(it)) {
        // A token may be made and used within one request.
        const token = before.tokens.get(name) ?? it.world.tokens.get(name)!
        expect(token.usedAt === null || !before.tokens.has(name)).toBe(true)
        expect(token.expiresAt).toBeGreaterThan(before.now)
      }
    })
  })

  it('in the address leads to the session that created it, or to nothing of its own', () => {
    everyStep((it, before) => {
      const { command: sent } = it
      if (sent.type !== 'sendRequest' || sent.token === undefined) return
      const token = before.tokens.get(sent.token)
      const found = it.verdicts.find(({ decision }) => decision === 'findSession')
      const check = it.verdicts.find(({ decision }) => decision === 'checkToken')
      if (found?.outcome !== 'tokenSession') return
      expect(check?.outcome).toBe('restored')
      expect(check?.facts.opens).toBe(token?.session)
      expect(before.sessions.has(token!.session)).toBe(true)
    })
  })

  it('that was used, has expired or lost its session opens nothing', () => {
    everyStep((it, before) => {
      const dead = before.tokens
        .values()
        .filter(
          ({ usedAt, expiresAt, session }) =>
            usedAt !== null || expiresAt <= before.now || !before.sessions.has(session),
        )
      for (const { name } of dead) expect(redeemed(it)).not.toContain(name)
    })
  })

  it('is never there twice, and its text never changes', () => {
    everyStep(({ world }, before) => {
      const values = world.tokens.values().map(({ value }) => value)
      expect(new Set(values).size).toBe(values.length)
      for (const [name, { value, session }] of before.tokens.entries())
        expect(world.tokens.get(name)).toMatchObject({ value, session })
    })
  })
})

describe('any desktop code', () => {
  it('is never refused by a privilege (SES-150)', () => {
    everyStep(({ answers }) => {
      expect(answers.filter(({ error, place }) => error === 'privilege' && !runsForWeb(place))).toEqual([])
    })
  })
})

describe('the next end', () => {
  it('comes when it was foretold, and nothing ends before', () => {
    fc.assert(
      fc.property(start, commands(), (world, all) => {
        const now = stepsOf(world, all).at(-1)!.world
        const left = nextExpiry(now)
        const wait = (seconds: number) => step(now, { type: 'wait', seconds })
        if (left === null) {
          expect(wait(1e9).verdicts[0]!.ending).toBe('quiet')
          return
        }
        expect(left).toBeGreaterThan(0)
        expect(wait(left - 1).verdicts[0]!.ending).toBe('quiet')
        if (left < 3e8) expect(wait(left).verdicts[0]!.ending).not.toBe('quiet')
      }),
      RUNS,
    )
  })
})

describe('any moment of a story', () => {
  const moments = fc.tuple(fc.nat(200), fc.nat(200))

  it('is where telling its beginning leads, for stories of any length', () => {
    fc.assert(
      fc.property(start, longStory(60, 150), moments, (world, all, [a, b]) => {
        const story = tell(world, all)
        for (const shown of [0, 63, 64, 65, 128, a, b, all.length, all.length + 5]) {
          const direct = tell(world, all.slice(0, shown))
          const bytes = JSON.stringify(direct.end)
          expect(JSON.stringify(worldAt(story, shown))).toBe(bytes)
          expect(JSON.stringify(prefix(story, shown).end)).toBe(bytes)
          expect(prefix(story, shown).marks).toEqual(direct.marks)
          expect(stepAt(story, shown)?.command).toBe(shown === 0 ? undefined : all[shown - 1])
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is the same whether the story is told at once or step by step', () => {
    fc.assert(
      fc.property(start, longStory(60, 140), (world, all) => {
        const grown = all.reduce(extend, storyOf(world))
        expect(JSON.stringify(grown)).toBe(JSON.stringify(tell(world, all)))
      }),
      { numRuns: 15 },
    )
  })

  it('leads on from a branch as it would have led on there', () => {
    fc.assert(
      fc.property(start, commands(90), fc.nat(90), command, (world, all, at, other) => {
        const branch = extend(prefix(tell(world, all), at), other)
        expect(JSON.stringify(branch)).toBe(JSON.stringify(tell(world, [...all.slice(0, at), other])))
      }),
      { numRuns: 40 },
    )
  })
})

/** Sessions by name: what each of them is, in a form that two moments can be compared by. */
const bytesOf = (world: World, name: string): string => JSON.stringify(world.sessions.get(name as never) ?? null)

describe('any command', () => {
  const said = new Map<string, number>()
  it('is among the stories that are told, in every kind', () => {
    fc.assert(
      fc.property(command, ({ type }) => {
        said.set(type, (said.get(type) ?? 0) + 1)
      }),
      { numRuns: 4000 },
    )
    expect(COMMAND_TYPES.filter((it) => !said.has(it))).toEqual([])
  })

  it('that is not for this world changes nothing (PLAY-001, PLAY-002, PLAY-003, PLAY-004)', () => {
    const HELD_BACK = ['enterPlace', 'changeSetting', 'startWebServer', 'stopWebServer', 'connectClient', 'logOut']
    everyStep(({ verdicts, telling, tone, world }, before) => {
      const last = verdicts[telling]!
      // The first table alone, and it refuses: nothing was done on the way to the answer.
      if (verdicts.length === 1 && tone === 'bad' && HELD_BACK.includes(last.decision)) expect(world).toBe(before)
    })
  })

  it('changes a privilege only where it is asked for (SES-140, SES-142)', () => {
    everyStep(({ events, answers, command: it, world }, before) => {
      const granted = events.flatMap((event) =>
        event.type === 'privilegesSet' || event.type === 'privilegesCleared' ? [event.session] : [],
      )
      const callers = answers
        .filter(({ call }) => call === 'setPrivileges' || call === 'clearPrivileges')
        .map(({ session }) => session)
      for (const session of granted) expect(callers).toContain(session)
      for (const { name, privileges } of before.sessions.values()) {
        const after = world.sessions.get(name)
        if (!after || granted.includes(name) || it.type === 'logOut') continue
        expect(after.privileges).toEqual(privileges)
      }
    })
  })

  it('moves no other session but those it meets (SES-028)', () => {
    everyStep(({ events, answers, reply, command: it, world }, before) => {
      const met = new Set([...answers.map(({ session }) => session), reply?.session ?? null])
      const named = events.flatMap((event) =>
        'session' in event && typeof event.session === 'string' ? [event.session] : [],
      )
      for (const { name } of before.sessions.values()) {
        if (bytesOf(before, name) === bytesOf(world, name)) continue
        expect(named).toContain(name)
        // A request may also touch the session of its cookie, and end without having run a line.
        if (it.type === 'runCall') expect(met).toContain(name)
      }
    })
  })

  it('refused at the door, for want of a licence or of a login, opens nothing and gives nothing (SES-122, SES-223)', () => {
    everyStep(({ reply, answers, world, verdicts }, before) => {
      if (reply?.status !== 402 && reply?.status !== 401) return
      const atTheDoor = answers.length === 0 && verdicts.every(({ decision }) => decision !== 'wait')
      if (!atTheDoor) return
      if (reply.status === 402) expect(world.sessions.keys()).toEqual(before.sessions.keys())
      if (reply.status === 402) expect(world.licences).toBe(before.licences)
      for (const { name, privileges, storage } of before.sessions.values())
        expect(world.sessions.get(name)).toMatchObject({ privileges, storage })
    })
  })

  it('leaves no privilege behind that a process was lent (SES-155)', () => {
    everyStep(({ world, command: it }) => {
      if (it.type !== 'runCall') return
      for (const { kind, promotions } of world.processes.values()) if (kind !== 'web') expect(promotions).toEqual([])
    })
  })
})

describe('any release', () => {
  it('tells the same story again when another was told in between', () => {
    fc.assert(
      fc.property(scenes, release, commands(12), ({ spec, settings }, other, all) => {
        const inRelease = (it: Release) => tell(worldOf({ ...spec, settings }, it), all)
        for (const it of ['20R9', '21R4'] as const) {
          const first = JSON.stringify(inRelease(it))
          inRelease(other)
          expect(JSON.stringify(inRelease(it))).toBe(first)
        }
      }),
      { numRuns: 25 },
    )
  })

  it.each(RELEASES)('%s gives a Session of the desktop only where it has one (SES-010, SES-013, SES-015)', (it) => {
    fc.assert(
      fc.property(scenes, commands(12), ({ spec, settings }, all) => {
        for (const { world } of stepsOf(worldOf({ ...spec, settings }, it), all)) {
          const types = new Set(world.sessions.values().map(({ type }) => type))
          if (!has(it, 'desktopServer')) expect(types.has('remote') || types.has('storedProcedure')).toBe(false)
          if (!has(it, 'standalone')) expect(types.has('standalone')).toBe(false)
          if (!has(it, 'otpWeb')) expect(world.tokens.size).toBe(0)
          for (const { session } of world.tokens.values()) {
            const owner = world.sessions.get(session)
            if (owner && !isWeb(owner)) expect(has(it, 'otpDesktop')).toBe(true)
          }
        }
      }),
      { numRuns: 8 },
    )
  })
})

describe('any licence', () => {
  it('belongs to one session or connection, and ends with it (SES-113, SES-114, SES-117)', () => {
    everyStep(({ world, events }, before) => {
      expect(new Set(world.licences.keys()).size).toBe(world.licences.size)
      for (const [key, { session, since }] of world.licences.entries()) {
        expect(key).toBe(session)
        expect(since).toBeLessThanOrEqual(world.now)
      }
      for (const it of events) if (it.type === 'sessionClosed') expect(world.licences.has(it.session)).toBe(false)
      // It is taken by an event and given back by one, never by itself.
      const taken = events.flatMap((it) => (it.type === 'licenceTaken' ? [it.licence.session as string] : []))
      for (const key of world.licences.keys()) expect(before.licences.has(key) || taken.includes(key)).toBe(true)
    })
  })

  it('is never taken twice in a row by one session (SES-113)', () => {
    everyStep(({ events }, before) => {
      const holding = new Set<string>(before.licences.keys())
      for (const it of events) {
        if (it.type === 'licenceTaken') {
          expect(holding.has(it.licence.session)).toBe(false)
          holding.add(it.licence.session)
        }
        if (it.type === 'licenceReleased' || it.type === 'sessionClosed') holding.delete(it.session)
      }
    })
  })

  it('that is not free is not given: the request comes back empty-handed (SES-122)', () => {
    everyStep(({ verdicts, reply, answers }) => {
      const refused = verdicts.some(
        ({ decision, outcome }) => decision === 'takeLicence' && (outcome === 'exhausted' || outcome === 'tooMany'),
      )
      if (!refused) return
      // Code that asks by setPrivileges() receives an error, and ends with it.
      const code = answers.some(({ error }) => error === 'noLicence')
      expect(code || reply?.status === 402).toBe(true)
      if (!code) expect([reply?.session, answers]).toEqual([null, []])
    })
  })

  it('is held by no guest of the web in force login mode (SES-111, SES-221, SES-225)', () => {
    everyStep(({ world, verdicts }) => {
      for (const { decision, ending, facts } of verdicts)
        if (decision === 'takeLicence' && ending === 'taken' && facts.forceLogin === true)
          expect(facts.callsSetPrivileges === true || (facts.rest === true && facts.wasLoggedIn === true)).toBe(true)
      expect(world.licences.size).toBeGreaterThanOrEqual(0)
    })
  })
})

describe('any storage', () => {
  it('is written in the session that asks, and in no other (SES-180, SES-203)', () => {
    everyStep(({ events, answers }) => {
      for (const it of events) {
        if (it.type !== 'storageWritten') continue
        expect(answers.filter(({ session }) => session === it.session).map(({ side }) => side)).toContain(it.side)
      }
    })
  })

  it('of the client is never seen from the web (SES-062)', () => {
    everyStep(({ answers }) => {
      for (const { place, side } of answers) if (runsForWeb(place)) expect(side).not.toBe('client')
    })
  })

  it('of a session that has ended is gone: what comes after begins empty (SES-199, SES-085)', () => {
    everyStep(({ events }) => {
      for (const it of events) {
        if (it.type !== 'sessionOpened') continue
        expect([it.session.storage.size, it.session.clientStorage.size]).toEqual([0, 0])
        expect([it.session.privileges, it.session.login]).toEqual([[], false])
      }
    })
  })

  it('answers a request only for its own session: by cookie, by token, by restore (SES-021, SES-053, SES-070)', () => {
    everyStep(({ command: it, reply, verdicts, events }, before) => {
      if (it.type !== 'sendRequest' || !reply?.session) return
      const own = before.cookies.get(`${it.from}@${it.to}`)?.session
      const opened = events.some((event) => event.type === 'sessionOpened' && event.session.name === reply.session)
      const byToken = verdicts.some(
        ({ decision, outcome, facts }) =>
          decision === 'checkToken' && outcome === 'restored' && facts.opens === reply.session,
      )
      expect(own === reply.session || opened || byToken).toBe(true)
    })
  })
})

describe('any session that has ended', () => {
  it('never answers again (SES-085, SES-199)', () => {
    everyStep(({ answers, reply, events, world }, before, story) => {
      const closed = new Set(
        story.flatMap((past) =>
          past.events.flatMap((it) => (it.type === 'sessionClosed' ? [it.session as string] : [])),
        ),
      )
      for (const { session } of answers) if (session) expect(closed.has(session)).toBe(false)
      if (reply?.session) expect(closed.has(reply.session)).toBe(false)
      for (const name of world.sessions.keys()) expect(closed.has(name)).toBe(false)
      for (const it of events)
        if (it.type === 'sessionClosed') expect(before.sessions.has(it.session) || opens(events, it.session)).toBe(true)
    })
  })
})

const opens = (events: Step['events'], name: string): boolean =>
  events.some((it) => it.type === 'sessionOpened' && it.session.name === name)

describe('any web session', () => {
  it('lives no longer than its idle timeout after it was last asked, which is an hour at least (SES-080, SES-081)', () => {
    everyStep(({ world }) => {
      for (const { expiresAt, idleTimeout, webServer } of world.sessions.values()) {
        if (expiresAt === null) continue
        expect(expiresAt).toBeLessThanOrEqual(world.now + idleTimeout * 60)
        if (webServer !== null) expect(idleTimeout).toBeGreaterThanOrEqual(60)
      }
    })
  })
})

describe('any wish taken back', () => {
  it('leaves the world before, to the byte', () => {
    fc.assert(
      fc.property(start, commands(20), command, (world, all, last) => {
        const story = tell(world, all)
        const longer = extend(story, last)
        expect(JSON.stringify(prefix(longer, all.length))).toBe(JSON.stringify(story))
        expect(JSON.stringify(extend(prefix(longer, all.length), last))).toBe(JSON.stringify(longer))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a very long story', () => {
  it('of ten thousand commands and more keeps time, licences and names', () => {
    fc.assert(
      fc.property(start, longStory(400, 450), (world, some) => {
        const all = Array.from({ length: Math.ceil(10_000 / some.length) }, () => some).flat()
        let at = world
        const names = new Set(world.sessions.keys() as readonly string[])
        for (const it of all) {
          const next = step(at, it)
          for (const event of next.events)
            if (event.type === 'sessionOpened') {
              expect(names.has(event.session.name)).toBe(false)
              names.add(event.session.name)
            }
          expect(next.world.now).toBeGreaterThanOrEqual(at.now)
          at = next.world
        }
        for (const { session, because } of at.licences.values())
          expect(because === 'connection' || at.sessions.has(session)).toBe(true)
      }),
      { numRuns: 2 },
    )
  })
})
