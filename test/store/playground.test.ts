import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/engine/command'
import { PRESETS } from '../../src/gallery/presets'
import { teller } from '../../src/gallery/teller'
import { firstScenario } from '../../src/gallery/first'
import { scenarioOf } from '../../src/store/persist'
import {
  canRedo,
  canUndo,
  createPlayground,
  lookedVerdict,
  shownStep,
  shownWork,
  shownWorld,
  storyOf,
  viewOf,
  workOf,
  worldBefore,
  type PlaygroundStore,
} from '../../src/store/playground'
import { FORMAT, startOf, type Scenario } from '../../src/simulation/scenario'
import { en } from '../../src/words/en'
import { connects, leaves, onServer, opens, page, sets, waits } from '../support/commands'

const begin = (scenario: Scenario) => startOf(scenario, PRESETS)!

const scenario = (steps: readonly Command[] = [], more: Partial<Scenario> = {}): Scenario => ({
  format: FORMAT,
  title: 'A story',
  release: '21',
  world: 'office',
  steps,
  ...more,
})

const opened = (steps: readonly Command[] = [], more: Partial<Scenario> = {}): PlaygroundStore => {
  const it = scenario(steps, more)
  return createPlayground({ work: workOf(teller, it, begin(it)) }, teller)
}

/** What the reader sees of the work: which stories, which of them, how far. */
const seen = (playground: PlaygroundStore) => {
  const { work } = playground.getState()
  return { stories: work.stories.map(({ commands }) => commands.length), current: work.current, shown: work.shown }
}
const commandsOf = (playground: PlaygroundStore) => storyOf(playground.getState().work).commands

describe('telling the same beginning otherwise', () => {
  it('makes a branch of any steps, shown where it is said, and keeps the story beside it', () => {
    const playground = opened([connects(), opens('createOTP'), waits(15)])
    playground.getState().branch([connects(), waits(3)], 1)
    expect(seen(playground)).toEqual({ stories: [3, 2], current: 1, shown: 1 })
    expect(commandsOf(playground)).toEqual([connects(), waits(3)])
    playground.getState().undo()
    expect(seen(playground)).toEqual({ stories: [3], current: 0, shown: 3 })
  })
})

describe('opening a scenario', () => {
  it('shows all its steps, or as many as it says', () => {
    expect(seen(opened([connects(), waits(1)]))).toEqual({ stories: [2], current: 0, shown: 2 })
    expect(seen(opened([connects(), waits(1)], { at: 1 }))).toEqual({ stories: [2], current: 0, shown: 1 })
    expect(seen(opened([connects(), waits(1)], { at: 9 }))).toEqual({ stories: [2], current: 0, shown: 2 })
    expect(seen(opened())).toEqual({ stories: [0], current: 0, shown: 0 })
  })

  it('may bring the branches of an earlier visit', () => {
    const it = scenario([connects()])
    const work = workOf(teller, it, begin(it), [[connects()], [connects(), waits(1)]], 1)
    expect([work.stories.length, work.current, work.shown]).toEqual([2, 1, 2])
    expect(workOf(teller, it, begin(it), [[connects()]], 7).current).toBe(0)
  })

  it('later replaces the work, forgets what was selected, and can be undone', () => {
    const playground = opened([connects()])
    const { select, open } = playground.getState()
    select({ kind: 'machine', name: 'ana' }, 'act')
    open(scenario([connects(), opens('createOTP')], { at: 1 }), { kind: 'info', text: 'opened', undoable: true })
    expect(seen(playground)).toEqual({ stories: [2], current: 0, shown: 1 })
    expect(playground.getState()).toMatchObject({ selected: null, tab: 'why', notice: { text: 'opened' } })
    playground.getState().undo()
    expect(seen(playground)).toEqual({ stories: [1], current: 0, shown: 1 })
    expect(playground.getState().notice).toBeNull()
  })
})

describe('acting', () => {
  it('at the end extends the story', () => {
    const playground = opened([connects()])
    playground.getState().act(waits(5))
    expect(seen(playground)).toEqual({ stories: [2], current: 0, shown: 2 })
    expect(shownWorld(playground.getState()).now).toBe(5)
    expect(playground.getState().forward).toBe(true)
  })

  it('in the past makes a branch and keeps the old future', () => {
    const playground = opened([connects(), waits(5), opens('createOTP')])
    playground.getState().goTo(1)
    playground.getState().act(leaves())
    expect(seen(playground)).toEqual({ stories: [3, 2], current: 1, shown: 2 })
    expect(commandsOf(playground)).toEqual([connects(), leaves()])
    playground.getState().switchTo(0)
    expect(commandsOf(playground)).toEqual([connects(), waits(5), opens('createOTP')])
    expect(seen(playground).shown).toBe(2)
  })

  it('at the very beginning makes a branch from nothing', () => {
    const playground = opened([connects()])
    playground.getState().goTo(0)
    playground.getState().act(waits(1))
    expect(seen(playground)).toEqual({ stories: [1, 1], current: 1, shown: 1 })
  })

  it('on a branch extends that branch alone', () => {
    const playground = opened([connects(), waits(5)])
    const { goTo, act } = playground.getState()
    goTo(1)
    act(leaves())
    act(connects())
    expect(seen(playground)).toEqual({ stories: [2, 3], current: 1, shown: 3 })
  })

  it('closes what was looked at, because it was another step', () => {
    const playground = opened([connects()])
    playground.getState().look(0)
    playground.getState().point('licence')
    playground.getState().act(waits(1))
    expect(playground.getState()).toMatchObject({ looked: null, node: null })
  })
})

describe('going to a moment', () => {
  const steps = [connects(), waits(5), waits(5)]

  it.each([
    { to: -1, shown: 0 },
    { to: 0, shown: 0 },
    { to: 1, shown: 1 },
    { to: 3, shown: 3 },
    { to: 4, shown: 3 },
  ])('$to shows $shown of three steps', ({ to, shown }) => {
    const playground = opened(steps)
    playground.getState().goTo(to)
    expect(seen(playground).shown).toBe(shown)
    expect(shownWorld(playground.getState()).now).toBe([0, 0, 5, 10][shown])
  })

  it('is a step forward only when it is the next one', () => {
    const playground = opened(steps)
    const forwardTo = (shown: number) => {
      playground.getState().goTo(shown)
      return playground.getState().forward
    }
    expect([0, 1, 3, 2, 3].map(forwardTo)).toEqual([false, true, false, false, true])
  })

  it('leaves nothing to undo', () => {
    const playground = opened(steps)
    playground.getState().goTo(1)
    expect(canUndo(playground.getState())).toBe(false)
  })

  it('plays on while there is a next step, and stops at the end or when going back', () => {
    const playground = opened(steps)
    const { play, goTo } = playground.getState()
    play(true)
    expect(playground.getState().playing).toBe(false)
    goTo(0)
    play(true)
    goTo(1)
    expect(playground.getState().playing).toBe(true)
    goTo(0)
    expect(playground.getState().playing).toBe(false)
  })
})

describe('undo and redo', () => {
  it('take back and bring back an act', () => {
    const playground = opened([connects()])
    const { act, undo, redo } = playground.getState()
    act(waits(5))
    act(leaves())
    undo()
    expect(commandsOf(playground)).toEqual([connects(), waits(5)])
    undo()
    expect([commandsOf(playground), canUndo(playground.getState()), canRedo(playground.getState())]).toEqual([
      [connects()],
      false,
      true,
    ])
    redo()
    redo()
    expect([commandsOf(playground).length, canRedo(playground.getState())]).toEqual([3, false])
  })

  it('do nothing where there is nothing', () => {
    const playground = opened([connects()])
    const before = playground.getState()
    before.undo()
    before.redo()
    expect(playground.getState()).toBe(before)
  })

  it('take back a branch, with the moment it was made in', () => {
    const playground = opened([connects(), waits(5)])
    const { goTo, act, undo } = playground.getState()
    goTo(1)
    act(leaves())
    undo()
    expect(seen(playground)).toEqual({ stories: [2], current: 0, shown: 1 })
  })

  it('take back a retelling and a restart', () => {
    const playground = opened([connects(), opens('createOTP')])
    const { retell, restart, undo } = playground.getState()
    retell('20R9')
    restart('licences', 0)
    undo()
    expect(playground.getState().work.start).toMatchObject({ release: '20R9', settings: { licences: 5 } })
    undo()
    expect(playground.getState().work.start.release).toBe('21')
  })

  it('lose the future when something else is done', () => {
    const playground = opened([connects()])
    const { act, undo } = playground.getState()
    act(waits(5))
    undo()
    act(waits(6))
    expect(canRedo(playground.getState())).toBe(false)
  })

  it('reach two hundred acts back, and no further', () => {
    const playground = opened()
    const { act, undo } = playground.getState()
    for (let i = 0; i < 210; i++) act(waits(1))
    for (let i = 0; i < 210; i++) undo()
    expect(commandsOf(playground)).toHaveLength(10)
  })
})

describe('retelling', () => {
  const steps = [connects(), opens('setPrivileges', 'basic'), opens('createOTP'), page('otp-1')]

  it('tells the same wishes in another release, and marks the first step that came out differently', () => {
    const playground = opened(steps)
    playground.getState().retell('20R10')
    const { work } = playground.getState()
    expect([work.difference, work.start.release, work.scenario.release, work.shown]).toEqual([
      { at: 2, from: '21' },
      '20R10',
      '20R10',
      4,
    ])
    expect(commandsOf(playground)).toEqual(steps)
  })

  it('marks nothing when nothing came out differently', () => {
    const playground = opened(steps)
    playground.getState().retell('21R2')
    expect(playground.getState().work.difference).toEqual({ at: null, from: '21' })
  })

  it('in the same release does nothing', () => {
    const playground = opened(steps)
    const before = playground.getState()
    before.retell('21')
    expect(playground.getState()).toBe(before)
  })

  it('tells every branch anew', () => {
    const playground = opened([connects(), waits(5)])
    const { goTo, act, retell } = playground.getState()
    goTo(1)
    act(opens('createOTP'))
    retell('20R5')
    expect(playground.getState().work.stories.map(({ marks }) => marks.at(-1)?.outcome)).toEqual(['passed', 'missing'])
    expect(playground.getState().work.difference).toEqual({ at: 2, from: '21' })
  })

  it('with another setting begins again with it, and tells which', () => {
    const playground = opened(steps)
    playground.getState().restart('scalableSessions', false)
    const { work } = playground.getState()
    expect([work.difference, work.scenario.settings]).toEqual([
      { at: 4, from: 'scalableSessions' },
      { scalableSessions: false },
    ])
  })

  it('with a setting that makes no sense does nothing', () => {
    const playground = opened(steps)
    const before = playground.getState()
    before.restart('licences', -1)
    expect(playground.getState()).toBe(before)
  })

  it('keeps a setting in the next retelling', () => {
    const playground = opened(steps)
    playground.getState().restart('licences', 0)
    playground.getState().retell('21R4')
    expect(playground.getState().work.start).toMatchObject({ release: '21R4', settings: { licences: 0 } })
  })

  it('is no longer marked on a branch that begins later', () => {
    const playground = opened(steps)
    const { retell, goTo, act } = playground.getState()
    retell('20R10')
    goTo(1)
    act(waits(1))
    expect(playground.getState().work.difference).toBeNull()
  })
})

describe('switching to a branch', () => {
  it('that is not there does nothing', () => {
    const playground = opened([connects()])
    const before = playground.getState()
    before.switchTo(3)
    expect(playground.getState()).toBe(before)
  })

  it('that is shorter shows its end', () => {
    const playground = opened([connects(), waits(1), waits(1), waits(1)])
    const { goTo, act, switchTo } = playground.getState()
    goTo(1)
    act(leaves())
    switchTo(0)
    goTo(4)
    switchTo(1)
    expect(seen(playground)).toEqual({ stories: [4, 2], current: 1, shown: 2 })
  })
})

describe('what is selected from the state', () => {
  const selectors = { shownWork, shownStep, shownWorld, worldBefore, lookedVerdict, canUndo, canRedo }

  it.each(Object.entries(selectors))('by %s is the same thing for the same state', (_, select) => {
    const playground = opened([connects(), opens('createOTP'), page('otp-1')])
    const first = select(playground.getState())
    expect(select(playground.getState())).toBe(first)
    playground.getState().show('rules')
    expect(select(playground.getState())).toBe(first)
  })

  it('is the shown moment, the one before, and the step between', () => {
    const playground = opened([connects(), waits(5)])
    const state = () => playground.getState()
    expect([shownWorld(state()).now, worldBefore(state())?.now, shownStep(state())?.command]).toEqual([5, 0, waits(5)])
    state().goTo(0)
    expect([shownWorld(state()), worldBefore(state()), shownStep(state())]).toEqual([
      state().work.start,
      null,
      undefined,
    ])
  })

  it('stays true when many moments have been looked at', () => {
    const playground = opened(Array.from({ length: 40 }, () => waits(1)))
    for (const shown of [...Array(41).keys(), 3, 39, 0]) {
      playground.getState().goTo(shown)
      expect(viewOf(playground.getState()).world.now).toBe(shown)
    }
  })

  it('is the table looked at, or the one that tells the step', () => {
    const playground = opened([connects(), onServer('id')])
    const telling = shownStep(playground.getState())!.telling
    expect(lookedVerdict(playground.getState())).toBe(telling)
    playground.getState().look(0)
    expect(lookedVerdict(playground.getState())).toBe(0)
    playground.getState().goTo(0)
    expect(lookedVerdict(playground.getState())).toBeNull()
  })
})

describe('what is around the story', () => {
  it('is kept as the reader left it', () => {
    const playground = opened([connects()])
    const state = playground.getState()
    state.show('sequence')
    state.turnTo('timeline')
    state.ask('help')
    state.hurry(4)
    state.tell({ kind: 'problem', text: 'no', undoable: false })
    state.select({ kind: 'session', name: 'remote-ana' })
    expect(playground.getState()).toMatchObject({
      tab: 'sequence',
      pane: 'timeline',
      dialog: 'help',
      speed: 4,
      notice: { text: 'no' },
      selected: { name: 'remote-ana' },
    })
    state.select(null, 'act')
    expect(playground.getState()).toMatchObject({ tab: 'act', selected: null })
  })

  it('forgets the node when another table is looked at', () => {
    const playground = opened([connects()])
    playground.getState().point('licence')
    expect(playground.getState().node).toBe('licence')
    playground.getState().look(0)
    expect(playground.getState().node).toBeNull()
  })
})

describe('the shown story as a scenario', () => {
  it('holds its commands, its settings and the moment', () => {
    const playground = opened([connects(), waits(5)])
    const { goTo, act, restart } = playground.getState()
    restart('licences', 2)
    goTo(1)
    act(sets('sameSite', 'Lax'))
    goTo(1)
    expect(scenarioOf(playground.getState().work)).toEqual(
      scenario([connects(), sets('sameSite', 'Lax')], { at: 1, settings: { licences: 2 } }),
    )
  })

  it('tells the same story when it is opened again', () => {
    const first = firstScenario(en.first)
    const playground = createPlayground({ work: workOf(teller, first, begin(first)) }, teller)
    playground.getState().retell('21R4')
    const again = scenarioOf(playground.getState().work)
    const reopened = createPlayground({ work: workOf(teller, again, begin(again)) }, teller)
    expect(JSON.stringify(shownWorld(reopened.getState()))).toBe(JSON.stringify(shownWorld(playground.getState())))
  })
})
