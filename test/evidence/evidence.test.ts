import { describe, expect, it } from 'vitest'
import { noteOf, holdsFor } from '../../src/engine/releases/rules'
import { RELEASES } from '../../src/engine/releases/releases'
import { step, type Step } from '../../src/engine/step'
import { decisionNamed } from '../../src/engine/decisions'
import { proofOf, proofsIn, scenarioOf, withoutNeedless, type Evidence } from '../../src/evidence/evidence'
import { isSimulated, nearestRelease, placesOf, RULE_IDS } from '../../src/evidence/simulated'
import { SUITE } from '../../src/evidence/suite'
import { startIn, type Tale } from '../../src/evidence/tale'
import { PRESETS } from '../../src/gallery/presets'
import { readScenario } from '../../src/share/readScenario'
import { writeScenario } from '../../src/share/writeScenario'
import { startOf } from '../../src/simulation/scenario'

const proofs = RELEASES.map(proofsIn)
const all = proofs.flatMap(({ evidence }) => [...evidence.values()])
const simulated = RULE_IDS.filter(isSimulated)
const told = (it: Evidence): string => `${it.rule} in ${it.release}: ${it.tale.id}`

/** The last step of some commands, told by the engine alone. */
function lastStep(tale: Tale, release: Evidence['release'], commands: Tale['commands']): Step | undefined {
  let world = startIn(tale, release)
  let last: Step | undefined
  for (const command of commands) {
    last = step(world, command)
    world = last.world
  }
  return last
}

/** The rules at every node that the walks of a step pass. */
const walked = (it: Step | undefined): readonly string[] =>
  (it?.verdicts ?? []).flatMap(({ decision, turns, ending }) =>
    [...turns.map(({ node }) => node), ending].flatMap((node) => decisionNamed(decision).nodes[node]?.rules ?? []),
  )

describe('every simulated rule', () => {
  it('is shown by a story in at least one release it holds for', () => {
    const shown = new Set(all.map(({ rule }) => rule))
    expect(simulated.filter((rule) => !shown.has(rule))).toEqual([])
  })

  it('is shown nowhere but where it holds', () => {
    expect(all.filter(({ rule, release }) => !holdsFor(noteOf(rule)!, release)).map(told)).toEqual([])
  })

  it('leaves few releases without a story: those where what shows it cannot happen yet, or any more', () => {
    const unseen = proofs.flatMap((it) =>
      simulated.filter((rule) => proofOf(rule, it).kind === 'unseen').map((rule) => `${rule} ${it.release}`),
    )
    // A rule that is new here says that a story is missing.
    const known = ['SES-065', 'SES-115', 'SES-180']
    expect(unseen.filter((it) => !known.some((rule) => it.startsWith(rule)))).toEqual([])
  })
})

describe('every piece of evidence', () => {
  it('passes, in its last step, a node that names the rule', () => {
    const wrong = all.filter((it) => {
      const last = lastStep(it.tale, it.release, it.commands)
      const verdict = last?.verdicts[it.at]
      const passed = verdict && [...verdict.turns.map(({ node }) => node), verdict.ending]
      return (
        !passed?.includes(it.node) ||
        !decisionNamed(it.verdict.decision).nodes[it.node]?.rules.includes(it.rule) ||
        JSON.stringify(verdict) !== JSON.stringify(it.verdict) ||
        (last?.telling === it.at) !== it.telling
      )
    })
    expect(wrong.map(told)).toEqual([])
  })

  it('is short enough to be read', () => {
    expect(all.filter(({ commands }) => commands.length > 8).map(told)).toEqual([])
  })

  it('holds no step that it can do without', () => {
    const longer = all.filter((it) =>
      it.commands.slice(0, -1).some((_, i) => {
        const last = lastStep(it.tale, it.release, it.commands.toSpliced(i, 1))
        const same = last?.verdicts.some(
          (verdict, at) =>
            verdict.decision === it.verdict.decision &&
            verdict.ending === it.verdict.ending &&
            (at === last.telling) === it.telling &&
            (it.answer === null || verdict.turns.some(({ node, answer }) => node === it.node && answer === it.answer)),
        )
        return same === true
      }),
    )
    expect(longer.map(told)).toEqual([])
  })

  it('is a scenario that can be written, read again and played to the same step', () => {
    for (const it of all) {
      const scenario = scenarioOf(it, { title: it.rule, question: '?' })
      const read = readScenario(writeScenario(scenario), PRESETS)
      if ('problem' in read) throw new Error(`${told(it)}: ${JSON.stringify(read.problem)}`)
      let world = startOf(read.scenario, PRESETS)!
      let last: Step | undefined
      for (const command of read.scenario.steps.slice(0, read.scenario.at)) {
        last = step(world, command)
        world = last.world
      }
      expect([told(it), walked(last).includes(it.rule)]).toEqual([told(it), true])
    }
  })
})

describe('the stories that ship', () => {
  it('have names of their own', () => {
    expect(new Set(SUITE.map(({ id }) => id)).size).toBe(SUITE.length)
  })

  it('walk some rule, each of them', () => {
    const silent = SUITE.filter((tale) => {
      const release = tale.release ?? '21R4'
      return !tale.commands.some((_, i) => walked(lastStep(tale, release, tale.commands.slice(0, i + 1))).length > 0)
    })
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  it('walk the rules they were written for', () => {
    const missing = SUITE.flatMap((tale) => {
      const release = tale.release ?? '21R4'
      const seen = tale.commands.flatMap((_, i) => walked(lastStep(tale, release, tale.commands.slice(0, i + 1))))
      return tale.names.filter((rule) => !seen.includes(rule)).map((rule) => `${tale.id}: ${rule}`)
    })
    expect(missing).toEqual([])
  })
})

describe('what can be shown for a rule', () => {
  const [first] = proofs
  const newest = proofs.at(-1)!

  it('is a story where it holds', () => {
    expect(proofOf('SES-003', proofsIn('20R5'))).toMatchObject({
      kind: 'shown',
      evidence: { rule: 'SES-003', release: '20R5' },
    })
  })

  it('is the nearest release where it does not', () => {
    expect(proofOf('SES-003', newest)).toEqual({ kind: 'elsewhere', release: '21R2' })
    expect(proofOf('SES-045', first!)).toEqual({ kind: 'elsewhere', release: '21' })
    expect(nearestRelease('SES-045', '21R3')).toBe('21R3')
  })

  it('is nothing for a rule that no table rests on', () => {
    const not = RULE_IDS.find((it) => !isSimulated(it))
    expect(not === undefined || proofOf(not, newest).kind === 'notSimulated').toBe(true)
    expect(placesOf(not ?? '')).toEqual([])
  })
})

describe('leaving out what is not needed', () => {
  it.each([
    { wants: [3], of: 10 },
    { wants: [0, 9], of: 10 },
    { wants: [2, 3, 7], of: 9 },
    { wants: [], of: 7 },
    { wants: [0], of: 1 },
  ])('keeps $wants of $of', ({ wants, of }) => {
    const things = Array.from({ length: of }, (_, i) => i)
    const kept = withoutNeedless(things, (some) => wants.every((it) => some.includes(it)))
    expect(kept).toEqual(wants)
  })

  it('asks far less often than there are subsets', () => {
    let asked = 0
    withoutNeedless(
      Array.from({ length: 256 }, (_, i) => i),
      (some) => {
        asked += 1
        return some.includes(100)
      },
    )
    expect(asked).toBeLessThan(60)
  })
})

describe('a rule that speaks of one place', () => {
  it.each([
    { rule: 'SES-005', place: 'executeOnServerMethod' },
    { rule: 'SES-006', place: 'trigger' },
    { rule: 'SES-007', place: 'ordaFunction' },
    { rule: 'SES-010', place: 'onServerOpenConnection' },
    { rule: 'SES-105', place: 'componentOnServer' },
  ])('$rule is shown in $place, not in another that ends the same', ({ rule, place }) => {
    const proof = proofOf(rule, proofsIn('21R3'))
    expect(proof.kind === 'shown' && proof.evidence.commands.at(-1)).toMatchObject({ type: 'runCall', in: place })
  })
})
