import { lazy, type ComponentType } from 'react'
import type { Address, PageName } from '../../share/address'
import { usePlayground, useWords } from '../context'
import './pages.css'

/** What every page is given: where the reader is within it. */
export interface PageProps {
  readonly address: Address
}

const PAGES: Partial<Readonly<Record<PageName, ComponentType<PageProps>>>> = {
  rules: lazy(() => import('./rules/RulesPage')),
  where: lazy(() => import('./where/WherePage')),
  break: lazy(() => import('./break/BreakPage')),
  upgrade: lazy(() => import('./upgrade/UpgradePage')),
  licences: lazy(() => import('./licences/LicencesPage')),
}

/** The page of the address bar. */
export default function OpenPage() {
  const words = useWords()
  const address = usePlayground((it) => it.address)
  const Page = PAGES[address.page]
  return Page ? <Page key={address.page} address={address} /> : <p className="panel lead">{words.ui.notThere}</p>
}
