import { useState, type ReactNode } from 'react'
import type { SettingName } from '../../engine/command'
import type { Json } from '../../engine/json'
import { settingsWith } from '../../engine/rules/changeSetting'
import { spelled } from '../../engine/releases/releases'
import { protectionOf } from '../../engine/roles/rolesFile'
import { fill } from '../../words/fill'
import type { Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { Readings } from '../readings/Readings'
import { Dialog } from './Dialog'

/** The settings a story begins with; each change tells it again. */
export function SettingsDialog() {
  const words = useWords()
  const { restart } = useActions()
  const start = usePlayground((it) => it.work.start)
  const { settings } = start
  const text = words.panels.settingsDialog
  const [roles, setRoles] = useState(settings.roles ?? '')
  const protection = protectionOf(settings.roles)
  const flags = protection.state === 'on' ? protection.roles : undefined
  const change = (setting: SettingName, value: Json) => settingsWith(start, setting, value) && restart(setting, value)
  return (
    <Dialog title={text.title} wide>
      <p className="quiet">{text.text}</p>
      <div className="settings">
        <Check
          label={text.scalableSessions}
          checked={settings.scalableSessions}
          onChange={(value) => change('scalableSessions', value)}
        />
        <Check
          label={text.forceLogin}
          checked={flags?.forceLogin ?? false}
          disabled={protection.state === 'faulty'}
          onChange={(value) => change('forceLogin', value)}
        />
        <Check
          label={text.restrictedByDefault}
          checked={flags?.restrictedByDefault ?? false}
          disabled={protection.state === 'faulty'}
          onChange={(value) => change('restrictedByDefault', value)}
        />
        <Field label={text.licences}>
          <input
            type="number"
            min={0}
            max={100000}
            value={settings.licences}
            onChange={(event) => change('licences', Math.max(0, Math.floor(Number(event.target.value)) || 0))}
          />
        </Field>
        <Field label={text.sameSite}>
          <select value={settings.sameSite} onChange={(event) => change('sameSite', event.target.value)}>
            {['Strict', 'Lax', 'None'].map((it) => (
              <option key={it}>{it}</option>
            ))}
          </select>
        </Field>
        <Field label={text.applicationName}>
          <input
            defaultValue={settings.applicationName}
            maxLength={40}
            onBlur={(event) => change('applicationName', event.target.value)}
          />
        </Field>
      </div>
      <details>
        <summary>{text.webServer}</summary>
        <div className="settings">
          <Check
            label={text.convertedProject}
            checked={settings.convertedProject ?? false}
            onChange={(value) => change('convertedProject', value)}
          />
          <Check
            label={text.legacySessions}
            checked={!settings.scalableSessions && (settings.legacySessions ?? false)}
            disabled={!settings.convertedProject}
            onChange={(value) => change('legacySessions', value)}
          />
          <Field label={text.webAuthentication}>
            <select
              value={settings.webAuthentication ?? 'custom'}
              onChange={(event) => change('webAuthentication', event.target.value)}
            >
              {(['custom', 'basic'] as const).map((it) => (
                <option key={it} value={it}>
                  {text.authentications[it]}
                </option>
              ))}
            </select>
          </Field>
          <Field label={text.maxConcurrentProcesses}>
            <input
              type="number"
              min={10}
              max={32000}
              defaultValue={settings.maxConcurrentProcesses ?? 100}
              onBlur={(event) => change('maxConcurrentProcesses', Math.floor(Number(event.target.value)))}
            />
          </Field>
          {(['cookieDomain', 'cookiePath'] as const).map((name) => (
            <Field key={name} label={text[name]}>
              <input
                defaultValue={settings[name] ?? ''}
                placeholder={text.everywhere}
                maxLength={100}
                spellCheck={false}
                onBlur={(event) => change(name, event.target.value)}
              />
            </Field>
          ))}
        </div>
      </details>
      <Field label={text.roles}>
        <textarea
          rows={12}
          value={roles}
          maxLength={500_000}
          spellCheck={false}
          onChange={(event) => setRoles(event.target.value)}
        />
      </Field>
      <p role="status" className={protection.state === 'faulty' ? 'problem' : 'quiet'}>
        {rolesState(settings.roles, words)}
      </p>
      <button type="button" className="primary" onClick={() => change('roles', roles || null)}>
        {text.apply}
      </button>
      <button
        type="button"
        onClick={() => {
          setRoles(settingsWith(start, 'newProject', true)?.roles ?? '')
          change('newProject', true)
        }}
      >
        {fill(text.ofRelease, { release: spelled(start.release) })}
      </button>
      <Readings />
    </Dialog>
  )
}

/** A faulty file is not an error of the page: it is a state of the product, and the most dangerous one. */
function rolesState(roles: string | null, words: Words): string {
  const text = words.panels.settingsDialog
  const protection = protectionOf(roles)
  if (protection.state === 'absent') return text.rolesAbsent
  if (protection.state === 'on') return text.rolesOn
  const { code, line, column, path } = protection.problem
  const where = line === undefined ? (path ? `, ${path}` : '') : fill(text.where, { line, column: column ?? 1 })
  return fill(text.rolesFaulty, { code, where: where || ' ' })
}

function Check({
  label,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (value: boolean) => void
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />{' '}
      {label}
    </label>
  )
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="field">
      <span>{label}</span>
      {children}
    </label>
  )
}
