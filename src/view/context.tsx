import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Playground, PlaygroundStore } from '../store/playground'
import { withoutReasons, type Interface, type Reasons, type Words } from '../words/words'

interface Surroundings {
  readonly playground: PlaygroundStore
  readonly words: Words
}

const Context = createContext<Surroundings | null>(null)

interface AroundProps {
  readonly playground: PlaygroundStore
  readonly words: Interface
  readonly loadReasons: () => Promise<Reasons>
  readonly children: ReactNode
}

/** The words come in two parts: the picture does not wait for the reasons. */
export function Around({ playground, words: interfaceWords, loadReasons, children }: AroundProps) {
  const [words, setWords] = useState(() => withoutReasons(interfaceWords))
  useEffect(() => {
    let here = true
    void loadReasons().then((reasons) => here && setWords({ ...interfaceWords, ...reasons }))
    return () => {
      here = false
    }
  }, [interfaceWords, loadReasons])
  return <Context value={{ playground, words }}>{children}</Context>
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
