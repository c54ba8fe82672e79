import type { Day, Row, Switch } from './day'
import type { Release } from '../engine/releases/releases'

const row = (it: Partial<Row> & Pick<Row, 'kind' | 'count' | 'from' | 'to'>): Row => ({
  stay: 480,
  every: 20,
  end: 'closes',
  ...it,
})

const at = (hours: number, minutes = 0): number => hours * 60 + minutes

/** A day, and what it is best compared with. */
export interface Preset {
  readonly day: Day
  readonly against: Switch | Release
}

/** Days to begin with. Their names stand with the words. */
export const PRESETS = {
  areas: {
    day: {
      licences: 25,
      forceLogin: true,
      idle: 60,
      seed: 7,
      rows: [
        row({ kind: 'remote', count: 6, from: at(8, 30), to: at(9, 15) }),
        row({ kind: 'separate', count: 14, from: at(8, 30), to: at(9, 30) }),
      ],
    },
    against: 'token',
  },
  office: {
    day: {
      licences: 20,
      forceLogin: true,
      idle: 60,
      seed: 7,
      rows: [
        row({ kind: 'remote', count: 12, from: at(8, 30), to: at(9, 15) }),
        row({ kind: 'shared', count: 8, from: at(8, 30), to: at(9, 30), stay: 450 }),
      ],
    },
    against: '20R10',
  },
  kiosk: {
    day: {
      licences: 15,
      forceLogin: false,
      idle: 60,
      seed: 7,
      rows: [
        row({ kind: 'remote', count: 4, from: at(8), to: at(8, 30) }),
        row({ kind: 'guest', count: 120, from: at(9), to: at(18), stay: 10, every: 5 }),
      ],
    },
    against: 'forceLogin',
  },
  burst: {
    day: {
      licences: 60,
      forceLogin: true,
      idle: 60,
      seed: 7,
      rows: [
        row({ kind: 'shared', count: 20, from: at(8), to: at(9, 30), stay: 500, every: 30 }),
        row({ kind: 'rest', count: 50, from: at(10), to: at(10), stay: 15, every: 5 }),
        row({ kind: 'rest', count: 50, from: at(10, 30), to: at(10, 35), stay: 15, every: 5 }),
        row({ kind: 'action', count: 40, from: at(9), to: at(17), stay: 20, every: 10 }),
      ],
    },
    against: 'logOut',
  },
  company: {
    day: {
      licences: 900,
      forceLogin: true,
      idle: 60,
      seed: 7,
      rows: [
        row({ kind: 'shared', count: 700, from: at(7, 30), to: at(9, 30), every: 60 }),
        row({ kind: 'rest', count: 400, from: at(8), to: at(16), stay: 40, every: 15 }),
        row({ kind: 'guest', count: 600, from: at(8), to: at(20), stay: 10, every: 10 }),
      ],
    },
    against: 'forceLogin',
  },
} as const satisfies Record<string, Preset>

export type PresetName = keyof typeof PRESETS
