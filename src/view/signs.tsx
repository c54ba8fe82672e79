import type { Tone } from '../decision/decision'
import type { SessionType } from '../engine/world'

/** The few drawn signs of the page. Each has a shape of its own; colour only repeats it. */
const PATHS: Readonly<Record<string, string>> = {
  good: 'M3.5 8.5l3 3 6-7',
  bad: 'M4 4l8 8M12 4l-8 8',
  undo: 'M6 4L3 7l3 3M3 7h6a4 4 0 010 8H7',
  redo: 'M10 4l3 3-3 3M13 7H7a4 4 0 000 8h2',
  gear: 'M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  house: 'M2.5 8L8 3l5.5 5M4.5 7v6h7V7',
  globe: 'M8 2a6 6 0 100 12A6 6 0 008 2zM2.3 8h11.4M8 2c2.2 2 2.2 10 0 12M8 2c-2.2 2-2.2 10 0 12',
  menu: 'M3 4.500h10M3 8h10M3 11.500h10',
  book: 'M3 3h4a2 2 0 011 .5A2 2 0 019 3h4v9H9.500a2 2 0 00-1.500.6A2 2 0 006.500 12H3zM8 3.500v9',
  link: 'M6.500 9.500l3-3M5 7L3.500 8.500a2.500 2.500 0 003.500 3.500L8.500 10.500M7.500 5.500L9 4a2.500 2.500 0 013.500 3.500L11 9',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  moon: 'M12.500 9.500A5 5 0 016.500 3.500 5 5 0 1012.500 9.500z',
  sun: 'M8 5a3 3 0 100 6 3 3 0 000-6zM8 1.500v1.500M8 13v1.500M1.500 8H3M13 8h1.500M3.400 3.400l1 1M11.600 11.600l1 1M12.600 3.400l-1 1M4.400 11.600l-1 1',
  half: 'M8 2a6 6 0 100 12A6 6 0 008 2z',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5 3v10M11 3v10',
  back: 'M10 3L5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  first: 'M12 3L7 8l5 5M4 3v10',
  last: 'M4 3l5 5-5 5M12 3v10',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
}

export function Sign({ name, size = 16 }: { readonly name: string; readonly size?: number }) {
  return (
    <svg className="sign" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name] ?? ''} />
    </svg>
  )
}

/** ✓ ✕ ∅ ·, in the shape and colour of the tone. The word stands beside it wherever there is room. */
export function ToneSign({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <span
      className={`tone tone-${tone}`}
      style={{ width: size, height: size, fontSize: Math.max(12, size * 0.8) }}
      aria-hidden="true"
    >
      {tone === 'good' || tone === 'bad' ? <Sign name={tone} size={size * 0.75} /> : tone === 'none' ? '∅' : '•'}
    </span>
  )
}

/** What stands in the disc of a session, besides its colour. */
export const DISC_SIGNS: Readonly<Record<SessionType, string>> = {
  remote: '',
  storedProcedure: 'gear',
  standalone: 'house',
  web: 'globe',
  rest: 'globe',
}

/** The disc of a session inside a drawing: initial or sign, outlined only for a guest. */
export function Disc({
  type,
  guest,
  initial,
  r = 9,
}: {
  readonly type: SessionType
  readonly guest: boolean
  readonly initial: string
  readonly r?: number
}) {
  const sign = DISC_SIGNS[type]
  return (
    <g className={`disc disc-${type}${guest ? ' disc-guest' : ''}`}>
      <circle r={r} />
      {sign ? (
        <path d={PATHS[sign]} transform={`translate(${-r * 0.72} ${-r * 0.72}) scale(${(r * 1.44) / 16})`} />
      ) : (
        <text y={r * 0.42} textAnchor="middle" fontSize={r * 1.2}>
          {`${initial} `}
        </text>
      )}
    </g>
  )
}

/** The same disc among words. */
export function DiscMark(props: { readonly type: SessionType; readonly guest: boolean; readonly initial: string }) {
  return (
    <svg className="disc-mark" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
      <Disc {...props} />
    </svg>
  )
}

export function NullMark() {
  return (
    <svg className="disc-mark" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
      <NullDisc />
    </svg>
  )
}

export function NullDisc() {
  return (
    <g className="disc-null">
      <circle r="9" />
      <path d="M-5 5L5 -5" />
    </g>
  )
}
