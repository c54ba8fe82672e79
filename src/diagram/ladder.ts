/**
 * Places a decision like a ladder: questions in one column, each on a rung of its own, and beside them, in a second
 * column, what came out. It is read downwards and stays as narrow as two boxes, where a layered layout would spread
 * the same table over three screens. Arrows that pass over rungs run in lanes at the left.
 */

export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** An arrow, with the size of the word that stands on it. */
export interface Arrow extends Box {
  readonly from: string
  readonly to: string
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Ladder {
  /** Centres. */
  readonly boxes: ReadonlyMap<string, Point>
  readonly arrows: ReadonlyMap<string, Way>
}

/** Corners of an arrow's way, the tip last, and the centre of its word. */
export interface Way {
  readonly points: readonly Point[]
  readonly word: Point
}

const RUNG_GAP = 26
const STACK_GAP = 10
/** Between the columns: a way out, a channel, the word, a tip. */
const COLUMN_GAP = 46
const CHANNEL = 12
const LANE_START = 27
const LANE = 10
/** How far beside the middle a second arrow leaves or meets a box. */
const ASIDE = 8
const WORD = 9

export function ladder(boxes: readonly Box[], arrows: readonly Arrow[]): Ladder {
  const table = tableOf(boxes, arrows)
  const rungs = inReadingOrder(table)
  const centres = place(table, rungs)
  const lanes = lanesOf(table, rungs)
  const ways = arrows.map((it) => [it.id, wayOf(table, rungs, centres, lanes, it)] as const)
  return { boxes: centres, arrows: new Map(ways) }
}

interface Graph {
  readonly boxes: ReadonlyMap<string, Box>
  readonly arrows: readonly Arrow[]
  readonly from: ReadonlyMap<string, readonly Arrow[]>
  /** Half the width of the column of questions. */
  readonly half: number
}

function tableOf(boxes: readonly Box[], arrows: readonly Arrow[]): Graph {
  const from = new Map<string, Arrow[]>()
  for (const it of arrows) from.set(it.from, [...(from.get(it.from) ?? []), it])
  const questions = boxes.filter(({ id }) => from.has(id))
  return {
    boxes: new Map(boxes.map((it) => [it.id, it])),
    arrows,
    from,
    half: Math.max(0, ...questions.map(({ width }) => width)) / 2,
  }
}

const asks = ({ from }: Graph, id: string): boolean => from.has(id)

/** Questions, each after all that lead to it, the shorter branch before the longer. */
function inReadingOrder(table: Graph): readonly string[] {
  const seen = new Set<string>()
  const order: string[] = []
  const visit = (id: string): void => {
    if (seen.has(id) || !asks(table, id)) return
    seen.add(id)
    const next = (table.from.get(id) ?? []).map(({ to }) => to)
    // What is visited first comes to stand last.
    for (const to of next.reverse().sort((a, b) => reach(table, b) - reach(table, a))) visit(to)
    order.unshift(id)
  }
  for (const id of table.boxes.keys()) visit(id)
  return order
}

/** How many boxes can be reached from here, this one included. */
function reach(table: Graph, id: string, seen = new Set<string>()): number {
  if (!seen.has(id)) {
    seen.add(id)
    for (const { to } of table.from.get(id) ?? []) reach(table, to, seen)
  }
  return seen.size
}

/** The endings that stand beside a question: those it leads to and no later question does. */
function endingsOf({ arrows, from }: Graph, rungs: readonly string[], id: string): readonly string[] {
  const here = rungs.indexOf(id)
  const own = (from.get(id) ?? []).map(({ to }) => to).filter((to) => !from.has(to))
  const later = (to: string): boolean => arrows.some((it) => it.to === to && rungs.indexOf(it.from) > here)
  return [...new Set(own)].filter((to) => !later(to))
}

function place(table: Graph, rungs: readonly string[]): ReadonlyMap<string, Point> {
  const centres = new Map<string, Point>()
  const heightOf = (id: string): number => table.boxes.get(id)?.height ?? 0
  let top = 0
  for (const id of rungs) {
    const endings = endingsOf(table, rungs, id)
    const stack = endings.reduce((sum, it) => sum + heightOf(it) + STACK_GAP, -STACK_GAP)
    const height = Math.max(heightOf(id), stack)
    centres.set(id, { x: 0, y: top + height / 2 })
    let y = top + (height - stack) / 2
    for (const ending of endings) {
      const { width = 0, height: own = 0 } = table.boxes.get(ending) ?? {}
      centres.set(ending, { x: table.half + COLUMN_GAP + width / 2, y: y + own / 2 })
      y += own + STACK_GAP
    }
    top += height + RUNG_GAP
  }
  for (const id of table.boxes.keys()) if (!centres.has(id)) centres.set(id, { x: 0, y: top })
  return centres
}

const isLong = (table: Graph, rungs: readonly string[], { from, to }: Arrow): boolean =>
  asks(table, to) && rungs.indexOf(to) !== rungs.indexOf(from) + 1

/** The lane of each arrow that passes over rungs: short ones next to the boxes, none over another. */
function lanesOf(table: Graph, rungs: readonly string[]): ReadonlyMap<string, number> {
  const taken: (readonly [number, number])[][] = []
  const lanes = new Map<string, number>()
  const spans = table.arrows
    .filter((it) => isLong(table, rungs, it))
    .map(({ id, from, to }) => ({ id, span: [rungs.indexOf(from), rungs.indexOf(to)] as const }))
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
  for (const { id, span } of spans) {
    const free = taken.findIndex((lane) => lane.every(([start, end]) => end <= span[0] || span[1] <= start))
    const lane = free < 0 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), span]
    lanes.set(id, lane)
  }
  return lanes
}

function wayOf(
  table: Graph,
  rungs: readonly string[],
  centres: ReadonlyMap<string, Point>,
  lanes: ReadonlyMap<string, number>,
  arrow: Arrow,
): Way {
  const start = centres.get(arrow.from)!
  const end = centres.get(arrow.to)!
  const { half } = table
  if (isLong(table, rungs, arrow)) {
    const x = -half - LANE_START - LANE * (lanes.get(arrow.id) ?? 0)
    const [y, to] = [start.y + ASIDE, end.y - ASIDE]
    const points = [
      { x: -half, y },
      { x, y },
      { x, y: to },
      { x: -half, y: to },
    ]
    return { points, word: { x: -half - LANE_START / 2, y: y + WORD + 1 } }
  }
  if (asks(table, arrow.to)) {
    const y = start.y + (table.boxes.get(arrow.from)?.height ?? 0) / 2
    const to = end.y - (table.boxes.get(arrow.to)?.height ?? 0) / 2
    return {
      points: [
        { x: 0, y },
        { x: 0, y: to },
      ],
      word: { x: 7 + arrow.width / 2, y: (y + to) / 2 - 2 },
    }
  }
  const away = !endingsOf(table, rungs, arrow.from).includes(arrow.to)
  return besides(table, centres, arrow, away)
}

/** To an ending: straight across when it stands level, else through the channel between the columns. */
function besides(
  { half, from }: Graph,
  centres: ReadonlyMap<string, Point>,
  { to, from: source, width }: Arrow,
  away: boolean,
): Way {
  const [start, end] = [centres.get(source)!, centres.get(to)!]
  const left = half + COLUMN_GAP
  const word = { x: left - 8 - Math.max(width, 16) / 2, y: end.y - WORD }
  if (Math.abs(start.y - end.y) < 1) {
    const points = [
      { x: half, y: start.y },
      { x: left, y: end.y },
    ]
    return { points, word }
  }
  const other = (from.get(source) ?? []).find((it) => it.to !== to && !from.has(it.to))
  const otherY = other && centres.get(other.to)?.y
  const turn = otherY === undefined ? 0 : end.y > otherY ? ASIDE : -ASIDE
  // An ending that stands at a later question is reached on a way of its own, and the word stays where the way begins.
  const [y, x] = [start.y + turn, half + (away ? CHANNEL / 2 : CHANNEL)]
  const points = [
    { x: half, y },
    { x, y },
    { x, y: end.y },
    { x: left, y: end.y },
  ]
  return { points, word: away ? { x: x + 4 + width / 2, y: y + WORD } : word }
}

const RADIUS = 6

/** The way as an SVG path with round corners. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map((it, i) => {
      const before = points[i - 1]
      const after = points[i + 1]
      if (!before) return `M${at(it)}`
      if (!after) return `L${at(it)}`
      return `L${at(towards(it, before))}Q${at(it)} ${at(towards(it, after))}`
    })
    .join('')
}

const TIP = 8

/** The arrow head at the end of a way, as a path to fill. */
export function tipOf(points: readonly Point[]): string {
  const [end, before] = [points.at(-1)!, points.at(-2)!]
  const back = towards(end, before, TIP)
  const [dx, dy] = [((end.y - back.y) / TIP) * 4, ((end.x - back.x) / TIP) * 4]
  return `M${at(end)}L${at({ x: back.x - dx, y: back.y + dy })}L${at({ x: back.x + dx, y: back.y - dy })}Z`
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`

function towards(from: Point, to: Point, by: number = RADIUS): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const part = length === 0 ? 0 : Math.min(by, by === TIP ? length : length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
