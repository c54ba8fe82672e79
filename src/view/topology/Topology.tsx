import { lazy, memo, Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { sceneOf } from '../../diagram/topology'
import type { Dot, Link, Place, Ref, Row } from '../../diagram/scene'
import { shownStep, shownWorld, worldBefore } from '../../store/playground'
import { useActions, usePlayground, useWords, Worded } from '../context'
import { IconButton } from '../IconButton'
import { Disc, DISC_SIGNS, NullDisc, Sign } from '../signs'
import { usePanZoom } from './usePanZoom'
import { useRoving } from './useRoving'
import './topology.css'

const PlaceMenu = lazy(() => import('../act/PlaceMenu'))

interface OpenMenu {
  readonly at: Ref
  readonly from: Element
}

/** Where something can be done; the rest can be looked at. */
const hasMenu = ({ kind }: Ref): boolean => kind === 'machine' || kind === 'browser' || kind === 'webServer'

/** The picture of the world: machines are places, sessions and tokens things, requests lines. */
export function Topology() {
  const words = useWords()
  const { select } = useActions()
  const world = usePlayground(shownWorld)
  const before = usePlayground(worldBefore)
  const step = usePlayground(shownStep) ?? null
  const selected = usePlayground((it) => it.selected)
  const forward = usePlayground((it) => it.forward)
  const shown = usePlayground((it) => it.work.shown)

  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 1000, height: 600 })
  useLayoutEffect(() => {
    const box = frame.current
    if (!box) return
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const scene = useMemo(
    () =>
      sceneOf({ world, before, step, selected }, words.ui.scene, { width: size.width - 32, height: size.height - 32 }),
    [world, before, step, selected, words, size],
  )
  const { view, fit, zoom, dragged, reveal, handlers } = usePanZoom(frame, scene.width, scene.height)
  const { stop, ...roving } = useRoving(reveal)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const choose = useCallback(
    (at: Ref, from?: Element) => {
      select(at, at.kind === 'session' ? 'session' : undefined)
      setMenu(from && hasMenu(at) ? { at, from } : null)
    },
    [select],
  )
  const now = words.ui.topology.now
  const first = scene.places[0] && keyOf(scene.places[0].ref)
  const stops = scene.places.flatMap((it) => [
    keyOf(it.ref),
    ...it.rows.flatMap((row) => (row.ref ? keyOf(it.ref, row.key) : [])),
  ])
  const here = stop !== null && stops.includes(stop) ? stop : first
  const drawn = useMemo(
    () => (
      <>
        <g className="links">
          {scene.links.map((link) => (
            <LinkView key={link.key} link={link} />
          ))}
        </g>
        {scene.places.map((place) => (
          <PlaceView
            key={`${place.ref.kind} ${place.ref.name}`}
            place={place}
            selected={selected}
            onChoose={choose}
            now={now}
            stop={here}
            wasDrag={dragged}
          />
        ))}
        {forward && <Travel key={shown} links={scene.links} />}
      </>
    ),
    [scene, selected, choose, now, forward, shown, here],
  )
  const far = view.scale < 0.35

  return (
    <div
      className={`topology${far ? ' topology-far' : ''}`}
      ref={frame}
      {...handlers}
      onContextMenu={(event) => event.preventDefault()}
      // Once the picture moves, a menu would stand beside nothing.
      onWheel={() => setMenu(null)}
    >
      <svg
        className="scene"
        width={scene.width}
        height={scene.height}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        role="group"
        aria-label={words.ui.topology.title}
        {...roving}
      >
        {drawn}
      </svg>
      <div className="zoom" role="group" aria-label={words.ui.topology.fit}>
        <IconButton sign="plus" label={words.ui.topology.zoomIn} keys="+" onPress={() => zoom(1.25)} />
        <IconButton sign="minus" label={words.ui.topology.zoomOut} keys="-" onPress={() => zoom(0.8)} />
        <IconButton sign="fit" label={words.ui.topology.fit} keys="0" onPress={fit} />
      </div>
      {menu && (
        <Suspense fallback={null}>
          <Worded>
            <PlaceMenu
              key={`${menu.at.kind} ${menu.at.name}`}
              at={menu.at}
              from={menu.from}
              onClose={() => setMenu((it) => (it === menu ? null : it))}
            />
          </Worded>
        </Suspense>
      )}
    </div>
  )
}

/** Names a thing in the picture: a place, or a row of it. */
const keyOf = ({ kind, name }: Ref, row?: string): string => `${kind} ${name}${row === undefined ? '' : `/${row}`}`

const same = (a: Ref | null, b: Ref | null): boolean =>
  a !== null && b !== null && a.kind === b.kind && a.name === b.name

interface PlaceProps {
  readonly place: Place
  readonly selected: Ref | null
  readonly onChoose: (ref: Ref, from?: Element) => void
  readonly now: string
  /** The one thing of the picture that Tab reaches. */
  readonly stop: string | undefined
  readonly wasDrag: () => boolean
}

function PlaceView({ place, selected, onChoose, now, stop, wasDrag }: PlaceProps) {
  const { x, y, width, height, title, subtitle, rows, running, acting, kind, ref, crowd } = place
  const pressed = (target: Ref, key: string) => {
    const menus = hasMenu(target) && kind !== 'crowd'
    const press = (event: React.SyntheticEvent) => onChoose(target, menus ? event.currentTarget : undefined)
    const onPointer = (event: React.MouseEvent) => {
      if (!wasDrag()) press(event)
    }
    return {
      role: 'button',
      tabIndex: key === stop ? 0 : -1,
      'data-stop': key,
      ...(menus ? { 'aria-haspopup': 'menu' as const } : {}),
      onClick: onPointer,
      onContextMenu: onPointer,
      onKeyDown: (event: React.KeyboardEvent) => {
        const isForMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
        if (event.key !== 'Enter' && event.key !== ' ' && !isForMenu) return
        event.preventDefault()
        event.stopPropagation()
        press(event)
      },
    }
  }
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={`place place-${kind}${running ? '' : ' place-off'}${acting ? ' place-acting' : ''}${same(selected, ref) ? ' selected' : ''}`}
    >
      <rect className="place-box" width={width} height={height} rx="6" />
      <g {...pressed(ref, keyOf(ref))} aria-label={`${title} ${subtitle}`} className="place-head">
        <g aria-hidden="true">
          <rect className="hit" width={width} height="40" rx="6" />
          <text className="place-title" x="12" y="20">
            {`${clip(title, width - 60, 8)} `}
          </text>
          <text className="place-subtitle" x="12" y="36">
            {`${clip(subtitle, width - 60, 6.6)} `}
          </text>
          {kind !== 'crowd' && (
            <g className="place-more" transform={`translate(${width - 30} 12)`}>
              <Sign name="more" />
            </g>
          )}
        </g>
      </g>
      {crowd.length > 0 && <Crowd dots={crowd} selected={selected} onChoose={onChoose} />}
      {rows.map((row) => (
        <RowView
          key={row.key}
          row={row}
          selected={same(selected, row.ref)}
          now={now}
          {...(row.ref ? { pressed: pressed(row.ref, keyOf(ref, row.key)) } : {})}
        />
      ))}
    </g>
  )
}

interface RowProps {
  readonly row: Row
  readonly selected: boolean
  readonly now: string
  readonly pressed?: object
}

/** Widths of letters vary; this is a safe guess, and the whole text stays in the title. */
const clip = (text: string, room: number, letter: number): string => {
  const most = Math.max(4, Math.floor(room / letter))
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

function RowView({ row, selected, now, pressed }: RowProps) {
  const { x, y, width, height, look, text, detail, changed, session, slots, chips } = row
  const middle = height / 2
  const textRoom = detail ? Math.min(width * 0.56, text.length * 7 + 8) : width - 30
  // What is seen is what is said, the initial in the disc included: those who speak to the page say what they see.
  const said = [
    session && look === 'session' && DISC_SIGNS[session.type] === '' ? session.initial : '',
    text,
    detail,
    ...chips.map((it) => it.text),
  ]
    .filter(Boolean)
    .join(' ')
  const more = [...chips.map((it) => `${it.text} ${it.tone === 'good' ? '✓' : '✕'}`), changed ? now : ''].filter(
    Boolean,
  )
  const words = more.length ? `${said} (${more.join(', ')})` : said
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={`row row-${look}${changed ? ' row-changed' : ''}${selected ? ' selected' : ''}`}
      {...(pressed && { ...pressed, 'aria-label': words })}
    >
      <g aria-hidden="true">
        <title>{words}</title>
        <rect className="hit" x="-4" width={width + 8} height={height - 2} rx="4" />
        {changed && <rect className="change" x="-8" y="2" width="3" height={height - 6} rx="1.5" />}
        <g transform={`translate(9 ${middle - 1})`}>
          <Mark look={look} session={session} />
        </g>
        {text && (
          <text className="row-text" x="26" y={middle + 3}>
            {`${clip(text, textRoom, 6.7)} `}
          </text>
        )}
        {detail && (
          <text className="row-detail" x={width} y={middle + 3} textAnchor="end">
            {`${clip(detail, width - 34 - Math.min(text.length * 6.7, textRoom), 6.4)} `}
          </text>
        )}
        {slots && <Slots used={slots.used} total={slots.total} x={width} y={middle} />}
        {chips.map((chip, i) => (
          <g
            key={chip.text}
            className={`chip chip-${chip.tone}`}
            transform={`translate(${26 + i * 84} ${middle - 10})`}
          >
            <rect width="80" height="19" rx="9.5" />
            <g transform="translate(6 3.500)">
              <Sign name={chip.tone === 'good' ? 'good' : 'bad'} size={12} />
            </g>
            <text x="21" y="13.500">
              {`${clip(chip.text, 56, 6.4)} `}
            </text>
          </g>
        ))}
      </g>
    </g>
  )
}

function Mark({ look, session }: Pick<Row, 'look' | 'session'>) {
  if (look === 'null') return <NullDisc />
  if (look === 'session' && session) return <Disc {...session} />
  if (look === 'token' || look === 'tokenUsed' || look === 'tokenExpired')
    return <Ticket look={look} type={session?.type ?? null} />
  if (look === 'area') return <CookieRing type={session?.type ?? null} />
  if (look === 'webServer') return <path className="mark-line" d="M-8 -5h16v10h-16zM-8 -1h16" />
  if (look === 'licences') return <path className="mark-line" d="M-8 -6h16v12h-16zM-5 -2h6M-5 2h4" />
  if (look === 'process') return <path className="mark-line" d="M-4 -8v8h7M0 -3l3 3-3 3" />
  if (look === 'page') return <path className="mark-line" d="M-5 -7h7l3 3v11h-10zM2 -7v3h3" />
  return <circle className="mark-dot" r="2" />
}

/** A ticket: whole, punched when used, broken when it can no longer open anything. */
function Ticket({ look, type }: { readonly look: Row['look']; readonly type: string | null }) {
  return (
    <g className={`ticket ticket-${look}${type ? ` of-${type}` : ''}`}>
      <path d="M-9 -6h18v3.500a2.500 2.500 0 000 5v3.500h-18v-3.500a2.500 2.500 0 000 -5z" />
      {look === 'tokenUsed' && <circle r="2.600" className="punch" />}
      {look === 'tokenExpired' && <path d="M-6 5L6 -5" />}
    </g>
  )
}

const CookieRing = ({ type }: { readonly type: string | null }) => (
  <circle className={`cookie${type ? ` of-${type}` : ' cookie-none'}`} r="6" />
)

const MOST_SLOTS = 10

function Slots({
  used,
  total,
  x,
  y,
}: {
  readonly used: number
  readonly total: number
  readonly x: number
  readonly y: number
}) {
  if (total > MOST_SLOTS) {
    return (
      <g className="slots" transform={`translate(${x - 84} ${y - 6})`}>
        <rect width="84" height="11" rx="2" />
        <rect className="slot-full" width={total ? (84 * Math.min(used, total)) / total : 0} height="11" rx="2" />
      </g>
    )
  }
  return (
    <g className="slots" transform={`translate(${x - total * 14} ${y - 6})`}>
      {Array.from({ length: total }, (_, i) => (
        <rect key={i} className={i < used ? 'slot-full' : ''} x={i * 14 + 3} width="10" height="11" rx="2" />
      ))}
    </g>
  )
}

const Crowd = memo(function Crowd({
  dots,
  selected,
  onChoose,
}: {
  readonly dots: readonly Dot[]
  readonly selected: Ref | null
  readonly onChoose: (ref: Ref) => void
}) {
  return (
    <g className="crowd">
      {dots.map(({ name, x, y, running }) => (
        <rect
          key={name}
          x={x}
          y={y}
          width="6.5"
          height="6.5"
          rx="1.5"
          className={`${running ? 'on' : 'off'}${selected?.name === name ? ' selected' : ''}`}
          onClick={() => onChoose({ kind: 'machine', name })}
        />
      ))}
    </g>
  )
})

/** Where places stand under one another, a line goes around their right edge, each kind at its own distance. */
const isAround = ({ from, to }: Link): boolean => to[0] <= from[0] + 30

const curve = (link: Link): string => {
  const [x1, y1] = link.from
  const [x2, y2] = link.to
  if (!isAround(link)) return `M${x1} ${y1} C${x1 + 60} ${y1} ${x2 - 60} ${y2} ${x2} ${y2}`
  const out = link.kind === 'connection' ? 8 : 20
  return `M${x1} ${y1}h${out - 6}q6 0 6 6V${y2 - 6}q0 6 -6 6h${6 - out}`
}

function LinkView({ link }: { readonly link: Link }) {
  const [x1, y1] = link.from
  const [x2, y2] = link.to
  const around = isAround(link)
  return (
    <g className={`link link-${link.kind} link-${link.tone}${link.now ? ' link-now' : ''}`}>
      <path d={curve(link)} />
      {link.kind === 'request' && (
        <path
          className="arrow"
          d={
            around
              ? `M${x2 + 8} ${y2 - 4}L${x2 + 1} ${y2}L${x2 + 8} ${y2 + 4}`
              : `M${x2 - 8} ${y2 - 4}L${x2 - 1} ${y2}L${x2 - 8} ${y2 + 4}`
          }
        />
      )}
      {link.now && link.label && !around && (
        <g transform={`translate(${(x1 + x2) / 2} ${(y1 + y2) / 2})`}>
          <g className="link-label" transform="translate(0 -16)">
            <rect x={-66} y="-11" width="132" height="20" rx="10" />
            <text textAnchor="middle" y="4">
              {clip(link.label, 122, 6.7)}
            </text>
          </g>
          {link.token && (
            <g transform="translate(0 8)">
              <Ticket look={link.token === 'opened' ? 'token' : 'tokenExpired'} type={null} />
            </g>
          )}
          {link.tone === 'bad' && (
            <g className="link-bad" transform={`translate(${link.token ? 22 : 0} 8)`}>
              <circle r="8" />
              <path d="M-3.500 -3.500l7 7M3.500 -3.500l-7 7" />
            </g>
          )}
        </g>
      )}
    </g>
  )
}

/** The request of this step runs once along its line; with reduced motion the style sheet leaves it out. */
function Travel({ links }: { readonly links: readonly Link[] }) {
  const now = links.filter((it) => it.now)
  return (
    <g className="travel" aria-hidden="true">
      {now.map((link) => (
        <circle key={link.key} r="5" style={{ offsetPath: `path("${curve(link)}")` }} />
      ))}
    </g>
  )
}
