/** What the server writes into the log of a run. */
export const logCodes = [
  'STEP_ERROR_HANDLED',
  'STEP_ERROR_CONTINUED',
  'CALL_IN_DOUBT',
  'RUN_QUARANTINED',
  'RUN_CANCELED',
] as const;
export type LogCode = (typeof logCodes)[number];

export function isLogCode(code: string): code is LogCode {
  return (logCodes as readonly string[]).includes(code);
}
