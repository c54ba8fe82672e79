import { useState, type FormEvent } from 'react'
import type { SendRequest } from '../../engine/command'
import { named } from '../../engine/ids'
import { shownWorld } from '../../store/playground'
import type { Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { serversFor } from './acting'
import { reasonAgainst } from './actions'
import { useCall } from './CallForm'
import { Submit } from './Submit'

/** Requests people try first. Their words stand under the same keys. */
const OFFERS: readonly {
  readonly key: keyof Words['panels']['act']['urls']
  readonly url: string
  readonly method?: 'POST'
}[] = [
  { key: 'page', url: '/$lib/renderer/?w=People' },
  { key: 'read', url: '/rest/People' },
  { key: 'salaries', url: '/rest/Salaries' },
  { key: 'birthday', url: '/rest/People?$attributes=name,birthday' },
  { key: 'raise', url: '/rest/Salaries/raise', method: 'POST' },
  { key: 'update', url: '/rest/People(1)?$method=update', method: 'POST' },
  { key: 'action', url: '/4DACTION/action_Session' },
  { key: 'login', url: '/4DACTION/loginAccountant' },
  { key: 'authentify', url: '/rest/$catalog/authentify', method: 'POST' },
  { key: 'catalog', url: '/rest/$catalog' },
  { key: 'handler', url: '/verify' },
  { key: 'info', url: '/rest/$info/privileges' },
]

const NONE = ''
const UNKNOWN = '0000'

/** Send one web request from this browser or Web area, with or without a token. */
export function RequestForm({ from }: { readonly from: string }) {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const { act } = useActions()
  const browser = world.browsers.get(from)
  const servers = browser ? serversFor(world, browser) : []
  const [to, setTo] = useState<string>('')
  const [url, setUrl] = useState<string>(OFFERS[0]!.url)
  const [token, setToken] = useState(NONE)
  const [crossSite, setCrossSite] = useState(false)
  const [https, setHttps] = useState(false)
  const [own, setOwn] = useState(false)
  const { call, fields } = useCall('action')
  const target = servers.find(({ name }) => name === to) ?? servers[0]
  if (!target) return null
  const labels = words.panels.act
  const known = OFFERS.find((it) => it.url === url)
  const command: SendRequest = {
    type: 'sendRequest',
    from: named(from),
    to: target.name,
    url: url.trim() || '/',
    ...(known?.method ? { method: known.method } : {}),
    ...(token === NONE ? {} : { token: token === UNKNOWN ? 'F'.repeat(32) : token }),
    ...(crossSite ? { crossSite } : {}),
    ...(https ? { scheme: 'https' as const } : {}),
    ...(own ? { code: [call] } : {}),
  }
  const hindrance = reasonAgainst(world, command, words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hindrance !== null) return
    act(command)
    // A token opens once: sending the next request with it again is seldom meant.
    setToken(NONE)
  }
  return (
    <form className="act-form" onSubmit={submit}>
      <label className="field whole pair">
        <span>{labels.url}</span>
        <select
          value={known ? url : 'own'}
          onChange={(event) => event.target.value !== 'own' && setUrl(event.target.value)}
        >
          {OFFERS.map((it) => (
            <option key={it.key} value={it.url}>
              {labels.urls[it.key]}
            </option>
          ))}
          {!known && <option value="own">{url}</option>}
        </select>
        <input
          aria-label={labels.url}
          className="mono"
          value={url}
          maxLength={400}
          onChange={(event) => setUrl(event.target.value)}
          spellCheck={false}
        />
      </label>
      <label className="field">
        <span>{labels.withToken}</span>
        <select value={token} onChange={(event) => setToken(event.target.value)}>
          <option value={NONE}>{labels.noToken}</option>
          {world.tokens
            .values()
            .slice(-12)
            .map((it) => (
              <option key={it.name} value={it.name}>
                {it.name} · {it.value.slice(0, 4)}…
              </option>
            ))}
          <option value={UNKNOWN}>{labels.unknownToken}</option>
        </select>
      </label>
      {servers.length > 1 && (
        <label className="field">
          <span>{labels.to}</span>
          <select value={target.name} onChange={(event) => setTo(event.target.value)}>
            {servers.map((it) => (
              <option key={it.name} value={it.name}>
                {it.name} ({world.machines.get(it.machine)?.label}
                {it.component ? `, ${it.component}` : ''})
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="checks whole">
        <label className="check">
          <input type="checkbox" checked={crossSite} onChange={(event) => setCrossSite(event.target.checked)} />{' '}
          {labels.crossSite}
        </label>
        <label className="check">
          <input type="checkbox" checked={https} onChange={(event) => setHttps(event.target.checked)} /> {labels.https}
        </label>
        <label className="check">
          <input type="checkbox" checked={own} onChange={(event) => setOwn(event.target.checked)} /> {labels.codeRuns}
        </label>
      </div>
      {own && fields}
      <Submit label={labels.send} hindrance={hindrance} />
    </form>
  )
}
