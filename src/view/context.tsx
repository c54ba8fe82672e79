import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Playground, PlaygroundStore } from '../store/playground'
import type { Words } from '../words/words'

interface Surroundings {
  readonly playground: PlaygroundStore
  readonly words: Words
}

const Context = createContext<Surroundings | null>(null)

export function Around({ playground, words, children }: Surroundings & { readonly children: ReactNode }) {
  return <Context value={{ playground, words }}>{children}</Context>
}

function useSurroundings(): Surroundings {
  const around = useContext(Context)
  if (!around) throw new Error('a panel stands inside <Around>')
  return around
}

export const useWords = (): Words => useSurroundings().words
export const useActions = (): Playground => useSurroundings().playground.getState()
export const usePlayground = <T,>(selector: (state: Playground) => T): T => useStore(useSurroundings().playground, selector)
export const usePlaygroundStore = (): PlaygroundStore => useSurroundings().playground
