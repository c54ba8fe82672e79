import { useEffect, useRef, useState } from 'react'
import { timeOf } from '../../../planner/dayText'
import { lastMinute } from '../../../planner/halfHours'
import { heldAt, turnedAway, type Plan } from '../../../planner/plan'
import { fill } from '../../../words/fill'
import { useWords } from '../../context'
import { area, stair, ticks, type Scale } from './curves'

/** What two charts side by side share, so that they can be compared by eye. */
export interface Frame {
  readonly from: number
  readonly to: number
  readonly licences: number
  readonly sessions: number
}

export const frameOf = (plans: readonly Plan[]): Frame => ({
  from: Math.floor(Math.min(...plans.map(({ from }) => from)) / 60) * 60,
  to: Math.ceil((Math.max(...plans.map(lastMinute)) + 1) / 60) * 60,
  licences: Math.max(1, ...plans.flatMap(({ day, peak }) => [Math.min(day.licences, peak.held * 2), peak.held])),
  sessions: Math.max(1, ...plans.flatMap(({ sessions }) => sessions)),
})

const LEFT = 40
const RIGHT = 10
const TOP = 22
const HIGH = 168
const GAP = 26
const LOW = 52
const BOTTOM = 22
const HEIGHT = TOP + HIGH + GAP + LOW + BOTTOM

interface DayChartProps {
  readonly plan: Plan
  readonly frame: Frame
  /** The minute that is looked at. */
  readonly at: number
  onLook(at: number): void
}

/** Licences held over the day, stacked by who holds them, and below them the sessions that are open. */
export function DayChart({ plan, frame, at, onLook }: DayChartProps) {
  const { chart } = useWords().licences
  const [box, width] = useWidth()
  const { day, from, connections, web, sessions, peak } = plan
  const inner = Math.max(60, width - LEFT - RIGHT)
  const across = (minute: number): number => LEFT + ((minute - frame.from) / (frame.to - frame.from)) * inner
  const steps = ticks(frame.licences)
  const lowSteps = ticks(frame.sessions)
  const scale = (all: readonly number[], top: number, height: number): Scale => ({
    x: (i) => across(from + i),
    y: (value) => top + height - (value / (all.at(-1) ?? 1)) * height,
  })
  const held = scale(steps, TOP, HIGH)
  const open = scale(lowSteps, TOP + HIGH + GAP, LOW)
  const both = connections.map((it, i) => it + (web[i] ?? 0))
  const available = day.licences <= (steps.at(-1) ?? 0) ? held.y(day.licences) : null
  const look = (event: React.PointerEvent<SVGSVGElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const minute = Math.round(frame.from + ((x - LEFT) / inner) * (frame.to - frame.from))
    onLook(Math.max(frame.from, Math.min(frame.to, minute)))
  }
  return (
    <div className="day-chart" ref={box}>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={summaryOf(plan, chart.summary)}
        onPointerDown={look}
        onPointerMove={(event) => event.buttons > 0 && look(event)}
      >
        {steps.map((it) => (
          <g key={it} className="grid">
            <path d={`M${LEFT} ${held.y(it)}H${width - RIGHT}`} />
            <text x={LEFT - 6} y={held.y(it) + 4} textAnchor="end">
              {it}
            </text>
          </g>
        ))}
        {hours(frame, inner).map((it) => (
          <text key={it} className="hour" x={across(it)} y={HEIGHT - 6} textAnchor="middle">
            {timeOf(it).slice(0, 5)}
          </text>
        ))}
        <path
          className="area-connections"
          d={area(
            connections,
            connections.map(() => 0),
            held,
          )}
        />
        <path className="area-web-filled" d={area(both, connections, held)} />
        <path className="line-held" d={stair(both, held)} />
        {available !== null && (
          <g className="available">
            <path d={`M${LEFT} ${available}H${width - RIGHT}`} />
            <text x={width - RIGHT} y={available - 5} textAnchor="end">
              {fill(chart.available, { total: day.licences })}
            </text>
          </g>
        )}
        {crosses(plan, across).map(({ x, count }) => (
          <g key={x} className="cross" transform={`translate(${x} ${TOP - 12})`}>
            <path d="M-4 -4L4 4M4 -4L-4 4" />
            {count > 1 && (
              <text x="7" y="4">
                {count}
              </text>
            )}
          </g>
        ))}
        {peak.held > 0 && <circle className="peak" cx={across(peak.at)} cy={held.y(peak.held)} r="4" />}
        <text className="part" x={LEFT} y={TOP + HIGH + GAP - 8}>
          {chart.sessions}
        </text>
        {[0, lowSteps.at(-1) ?? 0].map((it) => (
          <g key={it} className="grid">
            <path d={`M${LEFT} ${open.y(it)}H${width - RIGHT}`} />
            <text x={LEFT - 6} y={open.y(it) + 4} textAnchor="end">
              {it}
            </text>
          </g>
        ))}
        <path className="line-sessions" d={stair(sessions, open)} />
        <path className="cursor" d={`M${across(at)} ${TOP}V${TOP + HIGH + GAP + LOW}`} />
        <circle className="cursor-dot" cx={across(at)} cy={held.y(heldAt(plan, at))} r="3.5" />
      </svg>
    </div>
  )
}

export function summaryOf(plan: Plan, sentence: string): string {
  return fill(sentence, {
    from: timeOf(plan.from),
    to: timeOf(lastMinute(plan)),
    held: plan.peak.held,
    total: plan.day.licences,
    at: timeOf(plan.peak.at),
    sessions: Math.max(0, ...plan.sessions),
    refused: turnedAway(plan),
  })
}

/** Hours that have room beside one another. */
function hours({ from, to }: Frame, width: number): readonly number[] {
  const every = [60, 120, 180, 240, 360, 720].find((it) => (it / (to - from)) * width >= 46) ?? 1440
  const first = Math.ceil(from / every) * every
  return Array.from({ length: Math.floor((to - first) / every) + 1 }, (_, i) => first + i * every)
}

/** Refusals that would be drawn over one another are one cross with their number. */
function crosses({ refusals }: Plan, across: (minute: number) => number): readonly { x: number; count: number }[] {
  return refusals.reduce<{ x: number; count: number }[]>((all, { at }) => {
    const x = across(at)
    const last = all.at(-1)
    if (last && x - last.x < 34) last.count += 1
    else all.push({ x, count: 1 })
    return all
  }, [])
}

function useWidth(): readonly [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(640)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.max(240, Math.floor(element.clientWidth))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
