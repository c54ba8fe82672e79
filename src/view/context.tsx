import { createContext, startTransition, use, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Playground, PlaygroundStore, Work } from '../store/playground'
import { withSome, type Interface, type Reasons, type SomeReasons, type Words } from '../words/words'

interface Surroundings {
  readonly playground: PlaygroundStore
  readonly words: Words
  /** The work whose reasons are all there already: the first screen, as long as nothing moved. */
  readonly first: Work | null
  /** All the words, fetched when first asked for. */
  readonly complete: () => Promise<Words>
}

const Context = createContext<Surroundings | null>(null)

interface AroundProps {
  readonly playground: PlaygroundStore
  readonly words: Interface
  readonly loadReasons: () => Promise<Reasons>
  /** Those of the first screen, when they came with it. */
  readonly reasons?: SomeReasons
  readonly children: ReactNode
}

/** With the reasons of the first screen there, the others give way to what draws its flow. */
const A_MOMENT = 1200

/** The words come in two parts: the picture does not wait for the reasons. */
export function Around({ playground, words: interfaceWords, loadReasons, reasons, children }: AroundProps) {
  const [first] = useState(() => (reasons ? playground.getState().work : null))
  const [complete] = useState(() => {
    let coming: Promise<Words> | undefined
    return () => (coming ??= loadReasons().then((all) => ({ ...interfaceWords, ...all })))
  })
  const [words, setWords] = useState(() => withSome(interfaceWords, reasons))
  const moved = useStore(playground, (it) => it.work !== first)
  useEffect(() => {
    let here = true
    // Not urgent: a panel that the build wrote into the page stays until its script has come.
    const fetchAll = () => void complete().then((all) => here && startTransition(() => setWords(all)))
    const timer = setTimeout(fetchAll, moved ? 0 : A_MOMENT)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [complete, moved])
  const around = useMemo(() => ({ playground, words, first, complete }), [playground, words, first, complete])
  return <Context value={around}>{children}</Context>
}

/** What is inside waits for all the words; `asBegun` is content with those of the first screen while that is shown. */
export function Worded({ asBegun = false, children }: { readonly asBegun?: boolean; readonly children: ReactNode }) {
  const { playground, words: some, first, complete } = useSurroundings()
  const unmoved = usePlayground((it) => it.work === first)
  const words = asBegun && unmoved ? some : use(complete())
  const around = useMemo(() => ({ playground, words, first, complete }), [playground, words, first, complete])
  return <Context value={around}>{children}</Context>
}

function useSurroundings(): Surroundings {
  const around = useContext(Context)
  if (!around) throw new Error('a panel stands inside <Around>')
  return around
}

export const useWords = (): Words => useSurroundings().words
export const useActions = (): Playground => useSurroundings().playground.getState()
export const usePlayground = <T,>(selector: (state: Playground) => T): T =>
  useStore(useSurroundings().playground, selector)
export const usePlaygroundStore = (): PlaygroundStore => useSurroundings().playground
