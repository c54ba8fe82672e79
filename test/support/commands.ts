/** The vocabulary of stories lives with the stories that ship. */
export * from '../../src/evidence/commands'
