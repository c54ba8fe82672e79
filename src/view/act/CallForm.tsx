import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { RunCall } from '../../engine/command'
import { CONTEXTS, type ContextName } from '../../engine/contexts'
import type { Json } from '../../engine/json'
import { rolesOf } from '../../engine/place'
import { MEMBERS, type Call, type Member } from '../../engine/method'
import { spelled, type Release } from '../../engine/releases/releases'
import { lacks, memberSince, placeSince } from '../../engine/releases/since'
import type { Machine, World } from '../../engine/world'
import { shownWorld } from '../../store/playground'
import { COMMANDS } from '../../diagram/telling'
import { fill } from '../../words/fill'
import { textOf, type Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { reasonAgainst } from './actions'
import { Submit } from './Submit'

/** What a member is asked with, so that the form can offer the right field. */
type Needs =
  | 'nothing'
  | 'privileges'
  | 'privilege'
  | 'token'
  | 'lifespan'
  | 'minutes'
  | 'key'
  | 'pair'
  | 'number'
  | 'session'
  | 'alias'

const NEEDS: Readonly<Partial<Record<Member, Needs>>> = {
  hasPrivilege: 'privilege',
  setPrivileges: 'privileges',
  promote: 'privilege',
  demote: 'number',
  createOTP: 'lifespan',
  restore: 'token',
  storage: 'key',
  writeStorage: 'pair',
  setIdleTimeout: 'minutes',
  sessionInfo: 'session',
  storageOfSession: 'session',
  processActivity: 'session',
  setUserAlias: 'alias',
  dropRemoteUser: 'session',
  use: 'key',
  machineStorage: 'key',
  writeMachineStorage: 'pair',
}

/** The places people ask about first; the others follow in the order of the manual. */
const FIRST: readonly ContextName[] = ['clientMethod', 'onServerOpenConnection', 'executeOnServerMethod']

const places = ({ kind }: Machine): readonly ContextName[] => {
  const all = (Object.keys(CONTEXTS) as ContextName[]).filter((name) => CONTEXTS[name].on === kind)
  return [...FIRST.filter((it) => all.includes(it)), ...all.filter((it) => !FIRST.includes(it))]
}

/** What a release lacks is offered too, with the release that brings it: trying it is how one learns. */
const marked = (name: string, since: Release | null, { release }: World, words: Words): string =>
  since !== null && lacks(release, since) ? fill(words.panels.act.since, { name, release: spelled(since) }) : name

const OFFERED = MEMBERS.filter((it) => it !== 'access')

/** Run one use of Session in any place of the manual on this machine. */
export function CallForm({ machine }: { readonly machine: Machine }) {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const { act } = useActions()
  const offered = places(machine)
  const [where, setPlace] = useState<ContextName>(offered[0] ?? 'clientMethod')
  const { call, fields } = useCall(where)
  const command: RunCall = { type: 'runCall', machine: machine.name, in: where, ...call }
  const hindrance = reasonAgainst(world, command, words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hindrance === null) act(command)
  }
  const labels = words.panels.act
  return (
    <form className="act-form" onSubmit={submit}>
      <label className="field">
        <span>{labels.place}</span>
        <select value={where} onChange={(event) => setPlace(event.target.value as ContextName)}>
          {offered.map((name) => (
            <option key={name} value={name}>
              {marked(textOf(words.places, name), placeSince(name), world, words)}
            </option>
          ))}
        </select>
      </label>
      {fields}
      <Submit label={labels.run} hindrance={hindrance} />
    </form>
  )
}

/** The fields that choose a member and what it is asked with, and the call they make. */
export function useCall(place: ContextName): { readonly call: Call; readonly fields: ReactNode } {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const [member, setMember] = useState<Member>('Session')
  const [text, setText] = useState('')
  const [value, setValue] = useState('')
  const [inUse, setInUse] = useState(true)
  const id = useId()
  const needs = NEEDS[member] ?? 'nothing'
  const labels = words.panels.act
  const label: Readonly<Record<Needs, string>> = {
    nothing: '',
    privileges: labels.privileges,
    privilege: labels.privilege,
    token: labels.token,
    lifespan: labels.seconds,
    minutes: labels.minutes,
    key: labels.key,
    pair: labels.key,
    number: labels.number,
    session: labels.session,
    alias: labels.alias,
  }
  const numeric = needs === 'lifespan' || needs === 'minutes' || needs === 'number'
  const args = argumentsOf(needs, text, value, inUse)
  const fields = (
    <>
      <label className="field">
        <span>{labels.member}</span>
        <select value={member} onChange={(event) => setMember(event.target.value as Member)}>
          {OFFERED.map((name) => (
            <option key={name} value={name}>
              {marked(memberText(name), memberSince(name, place), world, words)}
            </option>
          ))}
        </select>
      </label>
      {needs !== 'nothing' && (
        <label className="field">
          <span>{label[needs]}</span>
          <input
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
            list={`${id}-offers`}
            placeholder={
              needs === 'privileges' ? labels.privilegesHint : needs === 'lifespan' ? labels.secondsHint : ''
            }
            inputMode={numeric ? 'numeric' : 'text'}
          />
          <datalist id={`${id}-offers`}>
            {offers(needs, world).map((it) => (
              <option key={it} value={it} />
            ))}
          </datalist>
        </label>
      )}
      {needs === 'pair' && (
        <>
          <label className="field">
            <span>{labels.value}</span>
            <input value={value} maxLength={200} onChange={(event) => setValue(event.target.value)} />
          </label>
          <label className="check">
            <input type="checkbox" checked={!inUse} onChange={(event) => setInUse(!event.target.checked)} />{' '}
            {labels.outside}
          </label>
        </>
      )}
      <p className="quiet whole">{textOf(words.members, member)}</p>
    </>
  )
  return { call: { call: member, ...(args.length ? { with: args } : {}) }, fields }
}

/** Those that code does not write as a member. */
const OTHERS: Readonly<Partial<Record<Member, string>>> = {
  machineStorage: 'Storage',
  singleton: 'cs.….me',
  writeMachineStorage: 'Storage.… :=',
  writeNested: '.storage.….… :=',
}

/** The member as code writes it. */
const memberText = (member: Member): string =>
  OTHERS[member] ??
  COMMANDS[member] ??
  (member === 'Session'
    ? 'Session'
    : member === 'writeStorage'
      ? '.storage.… :='
      : member === 'setIdleTimeout'
        ? '.idleTimeout :='
        : `.${member}${NEEDS[member] && member !== 'storage' ? '(…)' : ['isGuest', 'getPrivileges', 'clearPrivileges'].includes(member) ? '()' : ''}`)

/** What can be chosen from: the tokens and the declared names of this world. */
function offers(needs: Needs, world: World): readonly string[] {
  if (needs === 'token') return world.tokens.keys()
  if (needs === 'lifespan') return ['5', '60']
  if (needs === 'session') return world.sessions.keys()
  if (needs !== 'privileges' && needs !== 'privilege') return []
  const roles = rolesOf(world)
  const privileges = [...(roles?.privileges.values() ?? [])].map(({ name }) => name)
  return needs === 'privilege'
    ? privileges
    : [...privileges, ...[...(roles?.roles.values() ?? [])].map(({ name }) => `role:${name}`)]
}

const valueOf = (text: string): Json => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)

function argumentsOf(needs: Needs, text: string, value: string, inUse: boolean): readonly Json[] {
  const plain = text.trim()
  switch (needs) {
    case 'nothing':
      return []
    case 'privileges': {
      const names = plain
        .split(',')
        .map((it) => it.trim())
        .filter(Boolean)
      const roles = names.filter((it) => it.startsWith('role:')).map((it) => it.slice(5))
      return roles.length ? [{ roles, privileges: names.filter((it) => !it.startsWith('role:')) }] : [plain]
    }
    case 'lifespan':
      return plain === '' ? [] : [valueOf(plain)]
    case 'minutes':
    case 'number':
      return [valueOf(plain || '0')]
    case 'key':
    case 'session':
      return plain === '' ? [] : [plain]
    case 'pair':
      return inUse ? [plain || 'key', valueOf(value)] : [plain || 'key', valueOf(value), false]
    default:
      return [plain]
  }
}
