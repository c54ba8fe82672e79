import { v5 } from 'uuid'

/**
 * Names are words chosen by people or counted by the world ('ana', 'otp-1'): they are what a story is told in.
 * Each kind has its own brand, so that a token is never passed for a session.
 */
declare const kind: unique symbol
type Word<K extends string> = string & { readonly [kind]: K }

export type MachineName = Word<'machine'>
export type WebServerName = Word<'webServer'>
export type BrowserName = Word<'browser'>
export type SessionName = Word<'session'>
export type TokenName = Word<'token'>
export type ProcessName = Word<'process'>

/** The one place where a plain text becomes a name: what arrives in a command or a file. */
export const named = <N extends string>(text: string): N => text as N

const PLAYGROUND = '6f0f8a0e-3c0b-5d0e-9d5a-4d4d4d4d4d4d'

/** Any id the product would draw at random: 32 hexadecimal digits, always the same for the same words. */
export const uuidOf = (seed: string, words: string): string =>
  v5(wellFormed(`${seed}/${words}`), PLAYGROUND)
    .replaceAll('-', '')
    .toUpperCase()

/** Half a character, which a file can spell (\ud800) but UTF-8 cannot, becomes the sign for what is not readable. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

/** The one process each machine always has, and its twin on the server. */
export const mainOf = (machine: MachineName): ProcessName => named(`${machine}.main`)
export const twinOf = (machine: MachineName): ProcessName => named(`${machine}.twin`)
