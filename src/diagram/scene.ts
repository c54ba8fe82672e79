import { type SessionType, type World } from '../engine/world'
import type { Step } from '../engine/step'

/**
 * A world as places to draw: who is where, what each holds, and who talks to whom. Numbers are pixels at natural size.
 * Places stand in bands and keep their order; what changed in the step is marked by comparing with the world before.
 */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly places: readonly Place[]
  readonly links: readonly Link[]
}

export interface Ref {
  readonly kind: 'machine' | 'browser' | 'session' | 'token' | 'webServer' | 'licences'
  readonly name: string
}

export interface Place {
  readonly ref: Ref
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly title: string
  readonly subtitle: string
  readonly kind: 'server' | 'client' | 'standalone' | 'browser' | 'crowd'
  readonly running: boolean
  /** It acts in the step that is shown. */
  readonly acting: boolean
  readonly rows: readonly Row[]
  /** Clients folded into a group: one mark each. */
  readonly crowd: readonly Dot[]
}

export interface Dot {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly running: boolean
}

/** One line of a place. `look` says which sign stands before it; the words carry the meaning as well. */
export interface Row {
  readonly key: string
  readonly look: Look
  readonly y: number
  readonly x: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly detail: string
  readonly changed: boolean
  readonly ref: Ref | null
  readonly session: { readonly type: SessionType; readonly guest: boolean; readonly initial: string } | null
  /** Licence slots: how many are full, of how many. */
  readonly slots: { readonly used: number; readonly total: number } | null
  readonly chips: readonly Chip[]
}

export type Look =
  | 'session'
  | 'null'
  | 'webServer'
  | 'token'
  | 'tokenUsed'
  | 'tokenExpired'
  | 'licences'
  | 'area'
  | 'page'
  | 'reads'
  | 'note'
  | 'process'

export interface Chip {
  readonly text: string
  readonly tone: 'good' | 'bad' | 'plain'
}

export interface Link {
  readonly key: string
  readonly kind: 'connection' | 'request'
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly label: string
  readonly tone: 'good' | 'bad' | 'plain'
  /** Belongs to the step that is shown. */
  readonly now: boolean
  /** A token went along with it, and opened its session or did not. */
  readonly token: 'opened' | 'failed' | null
}

export interface SceneWords {
  readonly units: { readonly seconds: string; readonly minutes: string }
  readonly remote: string
  readonly server: string
  readonly singleUser: string
  readonly browser: string
  readonly webArea: string
  readonly notConnected: string
  readonly asleep: string
  readonly inUse: string
  readonly unreachable: string
  readonly notStarted: string
  readonly sessionHere: string
  readonly nullHere: string
  readonly sessionOf: string
  readonly cookieOf: string
  readonly twin: string
  readonly procedure: string
  readonly answersIn: string
  readonly storedSession: string
  readonly standaloneSession: string
  readonly webSession: string
  readonly guest: string
  readonly noPrivilege: string
  readonly values: string
  readonly timeLeft: string
  readonly webServer: string
  readonly componentServer: string
  readonly webServerOff: string
  readonly noWebSession: string
  readonly scalableOff: string
  readonly tokenOpens: string
  readonly tokenUsed: string
  readonly tokenExpired: string
  readonly tokenOrphan: string
  readonly noToken: string
  readonly moreTokens: string
  readonly licences: string
  readonly noPage: string
  readonly noCookie: string
  readonly cookie: string
  readonly moreSessions: string
  readonly crowd: string
  readonly connected: string
}

export interface Shown {
  readonly world: World
  readonly before: World | null
  readonly step: Step | null
  readonly selected: Ref | null
}

/** The room there is for the drawing, in pixels of the screen. */
export interface Frame {
  readonly width: number
  readonly height: number
}

export type Draft = Omit<Place, 'x' | 'y' | 'width' | 'height' | 'rows' | 'acting'> & {
  readonly rows: readonly DraftRow[]
}
export type DraftRow = Pick<Row, 'key' | 'look' | 'text'> &
  Partial<Omit<Row, 'y' | 'x' | 'width' | 'height' | 'changed'>> & {
    readonly indent?: number
    readonly sign?: string
    readonly isChanged?: boolean
  }

/** Above the rows of a place: its title and subtitle. */
export const HEAD = 46
export const PAD = 12
/** Marks of a crowd: how many stand beside one another, and how far apart. */
export const CROWD_COLUMNS = 33
export const DOT = 8
