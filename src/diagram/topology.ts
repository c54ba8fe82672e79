import {
  CROWD_COLUMNS,
  DOT,
  HEAD,
  PAD,
  type Draft,
  type Frame,
  type Place,
  type Row,
  type Scene,
  type SceneWords,
  type Shown,
} from './scene'
import { actorOf, places } from './places'
import { links } from './links'

const LEFT = 290
const GAP = 134
const RIGHT = 388

/** How much air there is: a tall frame gets taller rows, so that the picture fills it. */
interface Air {
  readonly row: number
  readonly space: number
}
const AIRS: readonly Air[] = [
  { row: 34, space: 26 },
  { row: 29, space: 20 },
  { row: 25, space: 14 },
]
/** Beside narrow places, room for the lines that bend around them. */
const MARGIN = 34

/** Below this width places stand under one another instead of in two bands. */
const NARROW = 640

export function sceneOf(shown: Shown, words: SceneWords, frame: Frame = WIDE): Scene {
  const now = places(shown, words)
  const narrow = frame.width < NARROW
  const scenes = AIRS.map((air) => laidOut(shown, now, narrow ? Math.max(220, frame.width - MARGIN - 4) : null, air))
  const scale = narrow ? 1 : Math.min(MOST_SCALE, frame.width / WIDTH)
  return scenes.find(({ height }) => height * scale <= frame.height) ?? scenes.at(-1)!
}

const WIDTH = LEFT + GAP + RIGHT
const WIDE: Frame = { width: WIDTH, height: 0 }
const MOST_SCALE = 1.35

function laidOut(shown: Shown, now: ReturnType<typeof places>, column: number | null, air: Air): Scene {
  const acting = actorOf(shown)
  const left = stack(now.left, 0, 0, column ?? LEFT, air, acting)
  const right = stack(
    now.right,
    column === null ? LEFT + GAP : 0,
    column === null ? 0 : bottomOf(left) + air.space,
    column ?? RIGHT,
    air,
    acting,
  )
  const all = [...left, ...right]
  return {
    width: column === null ? WIDTH : column + MARGIN,
    height: Math.max(bottomOf(left), bottomOf(right)),
    places: all,
    links: links(shown, all, column !== null),
  }
}

const bottomOf = (placed: readonly Place[]): number => placed.reduce((low, it) => Math.max(low, it.y + it.height), 0)

function stack(
  drafts: readonly Draft[],
  x: number,
  top: number,
  width: number,
  air: Air,
  acting: string | null,
): readonly Place[] {
  let y = top
  return drafts.map((draft) => {
    const crowdRows = Math.ceil(draft.crowd.length / CROWD_COLUMNS)
    const crowdHeight = draft.crowd.length ? crowdRows * DOT + PAD : 0
    const rows = draft.rows.map((row, i): Row => {
      const indent = (row.indent ?? 0) * 16
      return {
        key: row.key,
        look: row.look,
        text: row.text,
        detail: row.detail ?? '',
        changed: row.isChanged ?? false,
        ref: row.ref ?? null,
        session: row.session ?? null,
        slots: row.slots ?? null,
        chips: row.chips ?? [],
        x: PAD + indent,
        y: HEAD + crowdHeight + i * air.row,
        width: width - 2 * PAD - indent,
        height: air.row,
      }
    })
    const height = HEAD + crowdHeight + rows.length * air.row + (rows.length ? PAD / 2 : 0)
    const place: Place = { ...draft, x, y, width, height, rows, acting: draft.ref.name === acting }
    y += height + air.space
    return place
  })
}
