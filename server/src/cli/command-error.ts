/** The call was wrong: exit code 2, with the command's usage. */
export class UsageError extends Error {}

/** The command was refused or failed: exit code 1. */
export class CommandError extends Error {}
