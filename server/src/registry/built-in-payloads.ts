import { z } from 'zod';

/** Payload schemas that belong to no event type: what a workflow takes that nobody's event starts. */
export const builtInPayloads: ReadonlyMap<string, z.ZodObject> = new Map([
  /** A workflow that is started by hand and needs nothing. */
  ['payload.Empty.v1', z.strictObject({})],
]);
