import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Ref } from '../../diagram/scene'
import { nameOf } from '../../diagram/telling'
import { shownWorld } from '../../store/playground'
import { useActions, usePlayground, useWords } from '../context'
import { actionsAt, type Action } from './actions'
import './menu.css'

interface PlaceMenuProps {
  readonly at: Ref
  /** What was pressed: the menu stands beside it, and gives the focus back to it. */
  readonly from: Element
  readonly onClose: () => void
}

const GAP = 6
const EDGE = 8

/** Beside the place where there is room, else under it; never outside the window. */
function positionOf(menu: HTMLElement, from: Element): { readonly left: number; readonly top: number } {
  const { left, right, top, bottom } = from.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = menu
  const inside = (at: number, size: number, room: number) => Math.max(EDGE, Math.min(at, room - size - EDGE))
  const beside =
    right + GAP + width + EDGE <= innerWidth ? right + GAP : left - GAP - width >= EDGE ? left - GAP - width : null
  return {
    left: beside ?? inside(left, width, innerWidth),
    top: inside(beside === null ? bottom + GAP : top, height, innerHeight),
  }
}

/** What can be done at a place, as a menu of the place itself. */
export default function PlaceMenu({ at, from, onClose }: PlaceMenuProps) {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const { act, aimAt } = useActions()
  const box = useRef<HTMLDivElement>(null)
  const goesBack = useRef(false)
  const [position, setPosition] = useState<ReturnType<typeof positionOf> | null>(null)
  const actions = useMemo(() => actionsAt(world, at, words), [world, at, words])
  const id = useId()

  useLayoutEffect(() => {
    const menu = box.current
    if (!menu) return
    if (!menu.matches(':popover-open')) menu.showPopover()
    setPosition(positionOf(menu, from))
    items(menu)[0]?.focus({ preventScroll: true })
  }, [from])
  useEffect(() => {
    addEventListener('resize', onClose)
    return () => removeEventListener('resize', onClose)
  }, [onClose])
  // After the picture has changed: what was pressed may be gone by then, and the picture has one stop in any case.
  useEffect(
    () => () => {
      if (!goesBack.current) return
      const scene = document.querySelector<SVGElement>('.scene [tabindex="0"]')
      if (from.isConnected && from instanceof SVGElement) from.focus({ preventScroll: true })
      else scene?.focus({ preventScroll: true })
    },
    [from],
  )

  const choose = ({ does, hindrance }: Action) => {
    if (hindrance !== null) return
    if ('command' in does) {
      goesBack.current = true
      act(does.command)
    } else aimAt(does.at, does.form)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // The keys of the page are silent while a menu is open.
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      goesBack.current = true
      onClose()
      return
    }
    const all = box.current ? items(box.current) : []
    const next = nextOf(all, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <div
      ref={box}
      popover="auto"
      className="place-menu"
      style={position ?? undefined}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onContextMenu={(event) => event.preventDefault()}
    >
      <p className="place-menu-title" id={`${id}-title`}>
        {nameOf(world, at)}
      </p>
      <div role="menu" aria-labelledby={`${id}-title`}>
        {byReason(actions).flatMap(({ reason, group }, i) =>
          group.map((it, nth) => (
            <button
              key={it.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={reason !== null}
              aria-describedby={reason === null || nth === group.length - 1 ? undefined : `${id}-why-${i}`}
              onClick={() => choose(it)}
            >
              <span>{it.label}</span>
              {reason !== null && nth === group.length - 1 && (
                <span className="hindrance" id={`${id}-why-${i}`}>
                  {reason}
                </span>
              )}
            </button>
          )),
        )}
      </div>
    </div>
  )
}

/** Actions in their order, those beside one another with the same reason together. */
function byReason(
  actions: readonly Action[],
): readonly { readonly reason: string | null; readonly group: readonly Action[] }[] {
  const groups: { readonly reason: string | null; readonly group: Action[] }[] = []
  for (const it of actions) {
    const last = groups.at(-1)
    if (last && last.reason === it.hindrance) last.group.push(it)
    else groups.push({ reason: it.hindrance, group: [it] })
  }
  return groups
}

const items = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role="menuitem"]'),
]

/** Arrows go around, Home and End to the ends, a letter to the next item that begins with it. */
function nextOf(all: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const here = all.findIndex((it) => it === document.activeElement)
  if (key === 'ArrowDown') return all[(here + 1) % all.length]
  if (key === 'ArrowUp') return all.at(here <= 0 ? -1 : here - 1)
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const begins = (it: HTMLElement) => it.textContent?.toLowerCase().startsWith(key.toLowerCase()) ?? false
  return [...all.slice(here + 1), ...all.slice(0, here + 1)].find(begins)
}
