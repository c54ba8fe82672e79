import type { Verdict } from '../../src/decision/decision'
import type { ErrorCode } from '../../src/engine/call'
import type { Command } from '../../src/engine/command'
import type { Json } from '../../src/engine/json'
import type { Release } from '../../src/engine/releases/releases'
import { step, type Step } from '../../src/engine/step'
import type { Session, Token, World } from '../../src/engine/world'
import { office } from '../../src/gallery/office'
import { worldOf, type SettingsSpec, type WorldSpec } from '../../src/simulation/scenario'

/** The last step of a story, and what a test wants to know of it. */
export interface Told extends Step {
  readonly steps: readonly Step[]
  /** The world the last step found. */
  readonly before: World
  /** The telling verdict of the last step. */
  readonly verdict: Verdict
  /** What the last call gave back; undefined for Undefined and for an error. */
  readonly value: Json | undefined
  readonly error: ErrorCode | undefined
  /** What each call of the last step gave back: its value, its error, or null for Undefined. */
  readonly values: readonly Json[]
  readonly status: number | undefined
  /** The last walk of this table in the last step. */
  verdictOf(decision: string): Verdict
  session(name: string): Session
  token(name?: string): Token
  readonly holders: readonly string[]
}

const there = <T>(it: T | undefined, what: string): T => {
  if (it === undefined) throw new Error(`the story has no ${what}`)
  return it
}

export function toldFrom(start: World, commands: readonly Command[]): Told {
  const steps: Step[] = []
  for (const command of commands) steps.push(step(steps.at(-1)?.world ?? start, command))
  const last = there(steps.at(-1), 'step')
  const { verdicts, telling, answers, reply, world } = last
  return {
    ...last,
    steps,
    before: steps.at(-2)?.world ?? start,
    verdict: there(verdicts[telling], 'verdict'),
    value: answers.at(-1)?.value,
    error: answers.at(-1)?.error,
    values: answers.map(({ value, error }) => error ?? value ?? null),
    status: reply?.status,
    verdictOf: (name) =>
      there(
        verdicts.findLast(({ decision }) => decision === name),
        `walk of ${name}`,
      ),
    session: (name) => there(world.sessions.get(name), `session ${name}`),
    token: (name = 'otp-1') => there(world.tokens.get(name), `token ${name}`),
    holders: world.licences.keys(),
  }
}

export interface Scene {
  readonly release?: Release
  readonly spec?: WorldSpec
  readonly settings?: SettingsSpec
}

export const worldIn = ({ release = '21R4', spec = office, settings = {} }: Scene = {}): World =>
  worldOf({ ...spec, settings: { ...spec.settings, ...settings } }, release)

/** A place to tell stories in: `const { after } = inWorld({ release: '21' })`. */
export const inWorld = (scene: Scene = {}) => {
  const start = worldIn(scene)
  return { start, after: (...commands: readonly Command[]): Told => toldFrom(start, commands) }
}

/** Stories of the office in the newest release. */
export const { after } = inWorld()
/** Stories of the office in another one. */
export const inRelease = (release: Release) => inWorld({ release })
/** Stories of the office in force login mode. */
export const withForceLogin = (release: Release = '21R4') =>
  inWorld({ release, settings: { roles: { ...rolesOfOffice, forceLogin: true } } })

export const rolesOfOffice = office.settings?.roles as { readonly [key: string]: Json }
