import { appendFileSync, readFileSync } from 'node:fs';

/** The outside world of the crash tests: a file that no database transaction can undo. */
export interface OutsideCall {
  action: string;
  key: string;
  runId: string;
  value: string;
}

/** Name of the variable that tells a worker process of a test where the file is. */
export const OUTSIDE_FILE_VARIABLE = 'PENSTOCK_TEST_OUTSIDE_FILE';

export function appendOutside(call: OutsideCall): void {
  const file = process.env[OUTSIDE_FILE_VARIABLE];
  if (file === undefined) throw new Error(`${OUTSIDE_FILE_VARIABLE} is not set`);
  appendFileSync(file, `${JSON.stringify(call)}\n`);
}

/** Every call that reached the outside world, in order. */
export function readOutside(file: string): OutsideCall[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OutsideCall);
}
