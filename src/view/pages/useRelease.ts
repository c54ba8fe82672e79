import { useEffect } from 'react'
import type { Release } from '../../engine/releases/releases'
import type { Address } from '../../share/address'
import { useActions, usePlayground } from '../context'

/** The release in the header, which the page speaks of; the address follows it, so that it can be kept. */
export function useRelease(address: Address): Release {
  const release = usePlayground((it) => it.work.scenario.release)
  const { visit } = useActions()
  useEffect(() => {
    if (address.release !== release) visit({ ...address, release })
  }, [address, release, visit])
  return release
}
