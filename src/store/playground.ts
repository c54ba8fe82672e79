import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command, SettingName } from '../engine/command'
import type { Ref } from '../diagram/scene'
import type { Json } from '../engine/json'
import type { Release } from '../engine/releases/releases'
import type { Step } from '../engine/step'
import type { World } from '../engine/world'
import { HOME, type Address } from '../share/address'
import type { Scenario } from '../simulation/scenario'
import type { Story } from '../simulation/story'
import type { Teller } from '../simulation/teller'

/** What a reader works on: everything undo brings back. */
export interface Work {
  /** Where the story came from: title, world, settings. Its steps are those of the first story when it was opened. */
  readonly scenario: Scenario
  readonly start: World
  /** The story and the branches left and kept, oldest first. */
  readonly stories: readonly Story[]
  readonly current: number
  /** How many steps are shown: all of them, unless the reader went back in time. */
  readonly shown: number
  /** Grows with each story that is opened: tells drafts apart. */
  readonly opened: number
  /** After a retelling: the first step that came out differently, and from which release or setting. */
  readonly difference: { readonly at: number | null; readonly from: string } | null
}

export type Tab = 'why' | 'act' | 'session' | 'sequence' | 'rules'
/** The forms of the Act panel: run code, send a request. */
export type ActForm = 'run' | 'send' | 'any'
export type Pane = 'topology' | 'detail' | 'timeline'
export type Dialog = 'gallery' | 'share' | 'help' | 'file' | 'settings' | 'flow' | 'sequence' | null

/** Something to say to the reader: a refusal of a file or link, a thing that can be undone. */
export interface Notice {
  readonly kind: 'info' | 'problem'
  /** What to say, or which sentence of the words. */
  readonly text?: string
  readonly key?: 'tooManySteps'
  readonly undoable: boolean
}

export interface Playground {
  /** Comes a moment after the first screen; what needs it waits. */
  readonly teller: Teller | null
  readonly work: Work
  readonly past: readonly Work[]
  readonly future: readonly Work[]
  /** The page that is open; the story itself is one of them. */
  readonly address: Address
  readonly tab: Tab
  readonly pane: Pane
  readonly selected: Ref | null
  /** The form that was asked for by name: it takes the focus once it stands. */
  readonly aim: { readonly form: ActForm } | null
  /** The table looked at, among those of the shown step; null for the telling one. */
  readonly looked: number | null
  /** The node of the flow whose rule is open. */
  readonly node: string | null
  readonly dialog: Dialog
  readonly notice: Notice | null
  readonly playing: boolean
  readonly speed: Speed
  /** The last move was one step forward: the only one that may be animated. */
  readonly forward: boolean

  act(command: Command): void
  goTo(shown: number): void
  /** The same beginning told otherwise, as a branch of its own; the story that was shown is kept beside it. */
  branch(commands: readonly Command[], shown: number): void
  switchTo(story: number): void
  retell(release: Release): void
  restart(setting: SettingName, value: Json): void
  open(scenario: Scenario, notice?: Notice): void
  undo(): void
  redo(): void
  select(ref: Ref | null, tab?: Tab): void
  /** Choose who acts, and go to the form in the Act panel. */
  aimAt(selected: Ref, form: ActForm): void
  show(tab: Tab): void
  visit(address: Address): void
  turnTo(pane: Pane): void
  look(verdict: number | null): void
  point(node: string | null): void
  ask(dialog: Dialog): void
  tell(notice: Notice | null): void
  play(playing: boolean): void
  hurry(speed: Speed): void
}

export const SPEEDS = [0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** As many steps and branches as a file, a link and a draft can carry: what cannot be kept is not begun. */
const MOST_STEPS = 20_000
const MOST_BRANCHES = 100

/** How far undo reaches. Works share nearly everything, but a reader needs no more. */
const MOST_UNDO = 200

export type PlaygroundStore = StoreApi<Playground>

/** A scenario told and ready to be shown. */
export function workOf(
  { tell }: Pick<Teller, 'tell'>,
  scenario: Scenario,
  start: World,
  branches: readonly (readonly Command[])[] = [scenario.steps],
  current = 0,
  opened = 0,
): Work {
  const stories = branches.map((commands) => tell(start, commands))
  const story = stories[current] ?? stories[0]
  const length = story?.commands.length ?? 0
  return {
    scenario,
    start,
    stories,
    opened,
    current: story === stories[current] ? current : 0,
    shown: Math.min(scenario.at ?? length, length),
    difference: null,
  }
}

/** What a page begins with: a work, and when it is a still, how its shown moment looks. */
export interface Beginning {
  readonly work: Work
  readonly view?: View
}

export function createPlayground({ work: first, view }: Beginning, coming: Teller | Promise<Teller>): PlaygroundStore {
  let opened = first.opened
  if (view) told.set(storyOf(first), new Map([[first.shown, view]]))
  return createStore<Playground>()((set, get) => {
    if (coming instanceof Promise) void coming.then((teller) => set({ teller }))

    /** At once when stories can be told, else as soon as they can: in the order of asking. */
    const telling = (what: (teller: Teller) => void): void => {
      const { teller } = get()
      if (teller) what(teller)
      else void Promise.resolve(coming).then(what)
    }

    /** The one gate for anything undo should bring back. */
    const change = (work: Work, more: Partial<Playground> = {}): void =>
      set(({ work: before, past }) => ({
        work,
        past: [...past, before].slice(-MOST_UNDO),
        future: [],
        looked: null,
        node: null,
        notice: null,
        forward: false,
        playing: false,
        ...more,
      }))

    /** The same wishes in another beginning. */
    const retold = ({ begin, tell, firstDifference }: Teller, scenario: Scenario, from: string): void => {
      const { work } = get()
      const start = begin(scenario)
      const stories = work.stories.map(({ commands }) => tell(start, commands))
      const before = work.stories[work.current]
      const after = stories[work.current]
      const at = (before && after && firstDifference(before, after)) ?? null
      change({ ...work, scenario, start, stories, difference: { at, from } })
    }

    return {
      teller: coming instanceof Promise ? null : coming,
      work: first,
      past: [],
      future: [],
      address: HOME,
      tab: 'why',
      pane: 'topology',
      selected: null,
      aim: null,
      looked: null,
      node: null,
      dialog: null,
      notice: null,
      playing: false,
      speed: 1,
      forward: false,

      act: (command) =>
        telling(({ extend, prefix }) => {
          const { work } = get()
          const story = storyOf(work)
          if (work.shown >= MOST_STEPS) {
            set({ notice: { kind: 'problem', key: 'tooManySteps', undoable: false } })
          } else if (work.shown >= story.commands.length) {
            const stories = work.stories.map((it, i) => (i === work.current ? extend(story, command) : it))
            change({ ...work, stories, shown: story.commands.length + 1 }, { forward: true })
          } else if (JSON.stringify(story.commands[work.shown]) === JSON.stringify(command)) {
            // What is done now was done next anyway: the future is the same, so it stays.
            set({ work: { ...work, shown: work.shown + 1 }, looked: null, node: null, forward: true })
          } else {
            const branch = extend(prefix(story, work.shown), command)
            change({ ...work, ...withBranch(work, branch), shown: work.shown + 1, difference: null }, { forward: true })
          }
        }),
      goTo: (shown) =>
        telling(() => {
          const { work } = get()
          const to = Math.max(0, Math.min(shown, storyOf(work).commands.length))
          set({
            work: { ...work, shown: to },
            looked: null,
            node: null,
            forward: to === work.shown + 1,
            playing: get().playing && to > work.shown,
          })
        }),
      branch: (commands, shown) =>
        telling(({ tell }) => {
          const { work } = get()
          change({ ...work, ...withBranch(work, tell(work.start, commands)), shown, difference: null })
        }),
      switchTo: (current) =>
        telling(() => {
          const { work } = get()
          const story = work.stories[current]
          if (story)
            set({
              work: { ...work, current, shown: Math.min(work.shown, story.commands.length) },
              looked: null,
              node: null,
              forward: false,
            })
        }),
      retell: (release) =>
        telling((teller) => {
          const { scenario } = get().work
          if (release !== scenario.release) retold(teller, { ...scenario, release }, scenario.release)
        }),
      restart: (setting, value) =>
        telling((teller) => {
          const { scenario, start } = get().work
          const settings = teller.settingsWith(start, setting, value)
          if (settings) retold(teller, { ...scenario, settings: { ...scenario.settings, ...settings } }, setting)
        }),
      open: (scenario, notice) =>
        telling((teller) => {
          opened += 1
          change(workOf(teller, scenario, teller.begin(scenario), [scenario.steps], 0, opened), {
            notice: notice ?? null,
            dialog: null,
            selected: null,
            address: HOME,
            tab: 'why',
          })
        }),
      undo() {
        const { past, future, work } = get()
        const before = past.at(-1)
        if (before)
          set({
            work: before,
            past: past.slice(0, -1),
            future: [work, ...future],
            looked: null,
            node: null,
            forward: false,
            playing: false,
            notice: null,
          })
      },
      redo() {
        const { past, future, work } = get()
        const [after, ...rest] = future
        if (after)
          set({
            work: after,
            past: [...past, work],
            future: rest,
            looked: null,
            node: null,
            forward: false,
            playing: false,
            notice: null,
          })
      },
      select: (selected, tab) => set(tab ? { selected, tab, aim: null } : { selected, aim: null }),
      aimAt: (selected, form) => set({ selected, aim: { form }, tab: 'act', pane: 'detail' }),
      show: (tab) => set({ tab, aim: null }),
      visit: (address) => set({ address, dialog: null }),
      turnTo: (pane) => set({ pane }),
      look: (looked) => set({ looked, node: null }),
      point: (node) => set({ node }),
      ask: (dialog) => set({ dialog }),
      tell: (notice) => set({ notice }),
      play: (playing) => set(({ work }) => ({ playing: playing && work.shown < storyOf(work).commands.length })),
      hurry: (speed) => set({ speed }),
    }
  })
}

/** One more branch; when there are too many, the oldest one beside the first story and the shown one gives way. */
function withBranch({ stories, current }: Work, branch: Story): Pick<Work, 'stories' | 'current'> {
  const kept = stories.length < MOST_BRANCHES ? stories : stories.filter((_, i) => i !== (current === 1 ? 2 : 1))
  return { stories: [...kept, branch], current: kept.length }
}

// --- what follows from the work: selected, never stored -------------------------------------------------------------

export const storyOf = (work: Work): Story => {
  const story = work.stories[work.current]
  if (!story) throw new Error('a work has at least one story') // workOf makes one
  return story
}

export interface View {
  readonly step: Step | undefined
  readonly world: World
  readonly before: World | null
}

/** The shown moment is told again from its story; the last few answers are kept, since every panel asks for them. */
const told = new WeakMap<Story, Map<number, View>>()

export function viewOf({ work, teller }: Pick<Playground, 'work' | 'teller'>): View {
  const story = storyOf(work)
  const known = told.get(story) ?? new Map<number, View>()
  told.set(story, known)
  const found = known.get(work.shown)
  if (found) return found
  if (!teller) throw new Error('only the still is shown before stories can be told') // moving waits for the teller
  const step = teller.stepAt(story, work.shown)
  const view: View = step
    ? { step, world: step.world, before: teller.worldAt(story, work.shown - 1) }
    : { step, world: teller.worldAt(story, work.shown), before: null }
  if (known.size > 8) known.clear()
  known.set(work.shown, view)
  return view
}

export const shownWork = ({ work }: Playground): Work => work
export const shownStep = (it: Playground): Step | undefined => viewOf(it).step
export const shownWorld = (it: Playground): World => viewOf(it).world
export const worldBefore = (it: Playground): World | null => viewOf(it).before
export const lookedVerdict = (it: Playground): number | null => it.looked ?? shownStep(it)?.telling ?? null
export const canUndo = ({ past }: Playground): boolean => past.length > 0
export const canRedo = ({ future }: Playground): boolean => future.length > 0
