import { createContext, startTransition, use, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Playground, PlaygroundStore } from '../store/playground'
import { withoutReasons, type Interface, type Reasons, type Words } from '../words/words'

interface Surroundings {
  readonly playground: PlaygroundStore
  readonly words: Words
  readonly complete: Promise<Words>
}

const Context = createContext<Surroundings | null>(null)

interface AroundProps {
  readonly playground: PlaygroundStore
  readonly words: Interface
  readonly loadReasons: () => Promise<Reasons>
  /** Those that are there already. */
  readonly reasons?: Partial<Reasons>
  readonly children: ReactNode
}

/** The words come in two parts: the picture does not wait for the reasons. */
export function Around({ playground, words: interfaceWords, loadReasons, reasons, children }: AroundProps) {
  const [complete] = useState(() => loadReasons().then((all): Words => ({ ...interfaceWords, ...all })))
  const [words, setWords] = useState<Words>(() => ({ ...withoutReasons(interfaceWords), ...reasons }))
  useEffect(() => {
    let here = true
    // Not urgent: a panel that the build wrote into the page stays until its script has come.
    void complete.then((all) => here && startTransition(() => setWords(all)))
    return () => {
      here = false
    }
  }, [complete])
  const around = useMemo(() => ({ playground, words, complete }), [playground, words, complete])
  return <Context value={around}>{children}</Context>
}

/** What is inside waits for all the words: a panel of reasons is nothing without them. */
export function Worded({ children }: { readonly children: ReactNode }) {
  const { playground, complete } = useSurroundings()
  const words = use(complete)
  const around = useMemo(() => ({ playground, words, complete }), [playground, words, complete])
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
