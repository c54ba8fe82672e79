/** The words about a roles.json, in English: they come with its page and with the terminal, nothing else waits for them. */
export const roles = {
  /** What a code stands for, and what it means when 4D has read the file. */
  codes: {
    'RJ-001': { title: 'Not JSON', effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.' },
    'RJ-002': { title: 'Not an object', effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.' },
    'RJ-003': {
      title: 'Privileges or roles of the wrong kind',
      effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.',
    },
    'RJ-004': {
      title: 'Permissions of the wrong kind',
      effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.',
    },
    'RJ-005': {
      title: 'An entry without applyTo or type',
      effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.',
    },
    'RJ-006': { title: 'Unknown type', effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.' },
    'RJ-007': {
      title: 'A list that is no collection of texts',
      effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.',
    },
    'RJ-008': {
      title: 'A flag that is not true or false',
      effect: 'Protection is off: everything is open. 4D writes Roles_Errors.json.',
    },
    'RJ-101': {
      title: 'Undeclared privilege in a permission',
      effect: 'No session can hold it: where it stands alone, it locks.',
    },
    'RJ-102': { title: 'Undeclared privilege in includes or a role', effect: 'The name is skipped.' },
    'RJ-103': { title: 'Privileges that include one another', effect: 'All of them bring the same set.' },
    'RJ-104': { title: 'Declared twice', effect: 'Names are compared without case: both are one.' },
    'RJ-105': {
      title: 'Resource that does not exist',
      effect: 'The entry has no effect; what was meant stays as it is.',
    },
    'RJ-106': { title: 'Action without meaning here', effect: 'The list is ignored.' },
    'RJ-107': { title: 'describe, which is gone', effect: 'The list is ignored: the catalogue shows everything.' },
    'RJ-108': { title: 'Writing without reading', effect: 'Update and drop are refused for want of read.' },
    'RJ-109': { title: 'Promotion nobody can reach', effect: 'The function cannot be called, so it promotes nothing.' },
    'RJ-110': { title: 'Flag of a later release', effect: 'It is ignored in this release.' },
    'RJ-111': { title: 'Reserved name', effect: 'The name keeps the meaning that 4D gives it.' },
    'RJ-112': { title: 'One name, two functions', effect: 'Both have the same permission.' },
    'RJ-113': { title: 'Unknown key', effect: 'The key is ignored.' },
  },
  /** What is said at the place: by code, then by what exactly it is. */
  says: {
    'RJ-001': {
      comment: 'JSON has no comments.',
      trailingComma: 'Nothing follows this comma.',
      extraComma: 'One comma too many.',
      missingComma: 'A comma is missing before this.',
      missingColon: 'A colon is missing between key and value.',
      missingValue: 'This key has no value.',
      stray: 'This text belongs to nothing.',
      unquotedKey: 'Keys stand in double quotes.',
      singleQuotes: 'Texts stand in double quotes.',
      badString: 'This character must be escaped inside a text.',
      badNumber: 'This number cannot be represented.',
      unclosedString: 'This text never ends.',
      unclosed: 'What begins here is never closed.',
      nothing: 'The file is empty.',
      afterEnd: 'The file is over before this.',
      repeatedKey: 'This key stands here twice. Which one 4D takes is not documented.',
      forbiddenKey: 'This key is refused here, because it means something to programs.',
      tooDeep: 'Nested deeper than any roles.json is.',
    },
    'RJ-002': { root: 'The file must be one object in braces, not {found}.' },
    'RJ-003': {
      missing: 'The file must have "{part}".',
      kind: '"{part}" must be a collection, not {found}.',
      entry: 'Each of "{part}" must be an object with its name as a text.',
    },
    'RJ-004': {
      missing: 'The file must have "{part}".',
      kind: '"{part}" must be of another kind, not {found}.',
    },
    'RJ-005': { entry: 'This entry lacks {lacks}.' },
    'RJ-006': {
      type: 'There is no type "{type}".',
      early: '4D {release} does not know the type "{type}": it came with 20 R6.',
    },
    'RJ-007': {
      list: '"{list}" must be a collection of texts, not {found}.',
      item: 'In "{list}", every name must be a text.',
    },
    'RJ-008': { flag: '"{flag}" must be true or false, not {found}.' },
    'RJ-101': {
      name: 'Privilege "{name}" is not declared: nobody can hold it.',
      promote: 'Privilege "{name}" is not declared: it promotes nothing.',
      role: '"{name}" is a role. Permissions list privileges only.',
    },
    'RJ-102': {
      includes: '"{in}" includes "{name}", which is not declared.',
      role: 'Role "{in}" lists "{name}", which is not declared.',
    },
    'RJ-103': {
      cycle: 'This closes a circle: {names}.',
      itself: '"{names}" includes itself.',
    },
    'RJ-104': {
      privilege: 'Privilege "{first}" is declared already.',
      role: 'Role "{first}" is declared already. The last one counts here.',
    },
    'RJ-105': {
      shape: '"{applyTo}" cannot name a {type}.',
      unknown: 'The data model has no {type} "{applyTo}".',
      perhaps: 'The structure has no "{applyTo}"; an alias or a computed attribute may be called so.',
    },
    'RJ-106': {
      action: '"{action}" means nothing for a {type}.',
      promote: 'Only functions promote: "promote" means nothing for a {type}.',
    },
    'RJ-107': { describe: '"describe" has been ignored since 20 R7.' },
    'RJ-108': {
      read: '"{name}" may {action} {applyTo} but not read it; {readers} may.',
      nobody: '"{name}" may {action} {applyTo}, and nobody may read it.',
    },
    'RJ-109': {
      list: '{applyTo} promotes, but is executable by {names} only, which nobody holds.',
      restricted: '{applyTo} promotes, but no list lets anybody execute it, and the default is restricted.',
    },
    'RJ-110': {
      restrictedByDefault: '"restrictedByDefault" came with 4D 21; {release} ignores it.',
      forceLogin: '"forceLogin" came with 20 R5; {release} ignores it.',
    },
    'RJ-111': {
      guest: '"guest" is held by every session anyway.',
      webadmin: '"WebAdmin" is the privilege of the web administration: its holders are stopped by nothing.',
    },
    'RJ-112': { shared: 'The entity and the selection class both have {applyTo}: one permission for both.' },
    'RJ-113': {
      key: '"{key}" is not a key of this file; "{meant}" is.',
      kind: '"{key}" is not a key: name the resource in "applyTo" and its kind in "type".',
      unknown: '"{key}" is not a key of this file.',
    },
  },
  fixes: {
    mend: 'Write {what}',
    remove: 'Remove {what}',
    rename: 'Change to "{what}"',
    declare: 'Declare "{what}"',
    list: 'Write {what}',
    boolean: 'Write {what}',
    add: 'Add {what}',
    unfold: 'List the privileges of the role: {what}',
  },
  severities: { error: 'error', warning: 'warning', info: 'note' },
} as const
