import { decision } from '../../decision/decision'
import type { Json } from '../json'
import { sessionsOf, type Place } from '../place'
import { reads } from '../readings'
import { has, spelled } from '../releases/releases'
import { rule, nothing } from '../rule'
import { text } from '../target'
import type { Variables, WebServer, World } from '../world'

/** Code reads or assigns a process variable, in this place. */
export interface Variable {
  readonly place: Place
  readonly args: readonly Json[]
}

/** Does this web server give its processes, with their variables, to later requests? Not from 21 with scalable sessions. */
export const poolsProcesses = (world: World, webServer: WebServer): boolean =>
  sessionsOf(world, webServer) !== 'scalable' ||
  !has(world.release, 'webProcessFresh') ||
  reads(world, 'C-30', 'pooled')

interface Facts {
  readonly variable: string
  readonly setHere: boolean
  readonly foundSet: boolean
  readonly forWeb: boolean
  readonly legacy: boolean
  readonly pooled: boolean
  readonly release: string
}

type Outcome = 'own' | 'found' | 'undefined'

const modeOf = (world: World, { request }: Place) => {
  const webServer = request && world.webServers.get(request.webServer)
  return webServer
    ? { legacy: sessionsOf(world, webServer) === 'legacy', pooled: poolsProcesses(world, webServer) }
    : { legacy: false, pooled: false }
}

const isIn = (variables: Variables | undefined, name: string): boolean =>
  variables !== undefined && Object.hasOwn(variables, name)

/** What a process variable holds: what this code assigned, or what the process had when the code began. */
export const variable = rule<Variable, Facts, Outcome>({
  facts(world, { place, args }) {
    const process = world.processes.get(place.process)
    const name = text(args[0])
    return {
      variable: name.slice(0, 40),
      setHere: isIn(process?.variables, name),
      foundSet: isIn(process?.inherited, name),
      forWeb: place.request !== undefined,
      ...modeOf(world, place),
      release: spelled(world.release),
    }
  },
  decision: decision<Facts, Outcome>()({
    name: 'variable',
    start: 'setHere',
    nodes: {
      setHere: { rules: ['SES-029', 'SES-028'], test: (it) => it.setHere, yes: 'own', no: 'foundSet' },
      foundSet: { rules: ['SES-029'], test: (it) => it.foundSet, yes: 'legacy', no: 'forWeb' },
      legacy: { rules: ['SES-100', 'SES-029'], test: (it) => it.legacy, yes: 'ofLegacy', no: 'leftOver' },
      forWeb: { rules: ['SES-029'], test: (it) => it.forWeb, yes: 'pooled', no: 'notAssigned' },
      pooled: { rules: ['SES-029'], switch: 'C-30', test: (it) => it.pooled, yes: 'nothingLeft', no: 'fresh' },
      own: { rules: ['SES-029', 'SES-028'], outcome: 'own', tone: 'plain' },
      ofLegacy: { rules: ['SES-100'], outcome: 'found', tone: 'plain' },
      // Which process a request gets is not said: here, the one that became free last.
      leftOver: { rules: ['SES-029', 'SES-028'], switch: 'C-30', outcome: 'found', tone: 'bad', assumed: true },
      notAssigned: { rules: ['SES-029'], outcome: 'undefined', tone: 'none' },
      nothingLeft: { rules: ['SES-029'], outcome: 'undefined', tone: 'none' },
      fresh: { rules: ['SES-029'], outcome: 'undefined', tone: 'none' },
    },
  }),
  then: { own: nothing, found: nothing, undefined: nothing },
})

interface SetFacts {
  readonly variable: string
  readonly forWeb: boolean
  readonly pooled: boolean
  readonly release: string
}

export const setVariable = rule<Variable, SetFacts, 'set'>({
  facts: (world, { place, args }) => ({
    variable: text(args[0]).slice(0, 40),
    forWeb: place.request !== undefined,
    pooled: modeOf(world, place).pooled,
    release: spelled(world.release),
  }),
  decision: decision<SetFacts, 'set'>()({
    name: 'setVariable',
    start: 'forWeb',
    nodes: {
      forWeb: { rules: ['SES-029'], test: (it) => it.forWeb, yes: 'pooled', no: 'set' },
      pooled: { rules: ['SES-029'], switch: 'C-30', test: (it) => it.pooled, yes: 'setStays', no: 'setGoes' },
      set: { rules: ['SES-029'], outcome: 'set', tone: 'plain' },
      setStays: { rules: ['SES-029'], outcome: 'set', tone: 'plain' },
      setGoes: { rules: ['SES-029'], outcome: 'set', tone: 'plain' },
    },
  }),
  then: {
    set: (_, { place, args }) => [
      { type: 'variableSet', process: place.process, name: text(args[0]), value: args[1] ?? null },
    ],
  },
})
