import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEnding } from '../../src/decision/decision'
import type { Command } from '../../src/engine/command'
import { contextOf } from '../../src/engine/contexts'
import { decisionNamed } from '../../src/engine/decisions'
import { CONTEXTS } from '../../src/engine/contexts'
import { nextExpiry } from '../../src/engine/nextExpiry'
import { step, type Step } from '../../src/engine/step'
import { isWeb, type World } from '../../src/engine/world'
import { extend, prefix, stepAt, storyOf, tell, worldAt } from '../../src/simulation/story'
import { command, commands, longStory, start } from '../support/arbitraries'

const RUNS = { numRuns: 150 }

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
      for (const { session, machine } of world.processes.values()) {
        expect(world.machines.get(machine)?.running).toBe(true)
        if (session !== null) expect(world.sessions.has(session)).toBe(true)
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
