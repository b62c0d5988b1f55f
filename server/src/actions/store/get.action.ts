import { z } from 'zod';
import { jsonField } from '../../kernel/label.schema.ts';
import { defineAction } from '../../registry/define-action.ts';
import { instantField } from '../fields.ts';
import { entryAddress, valueTypeField } from './fields.ts';

/** Reads a value of the data store. A stored null is found; an entry whose time is over is not. */
export default defineAction({
  id: 'store.get',
  version: 1,
  group: 'store',
  icon: 'database-search',
  permission: 'workflow:read',
  // A read joins the boundary so that it sees what the step before it wrote.
  effect: 'transactional',
  input: z.strictObject(entryAddress),
  output: z.strictObject({
    found: z.boolean(),
    value: jsonField,
    value_type: valueTypeField.nullable(),
    revision: z.number().int().nullable(),
    expires_at: instantField.nullable(),
  }),
  errors: [],
  editor: { '/namespace': { kind: 'softEnum', suggestions: 'store.namespaces' } },
  examples: [
    {
      input: { namespace: 'sync-cursor', key: 'acme' },
      output: { found: true, value: '2026-03-01T08:00:00Z', value_type: 'string', revision: 4, expires_at: null },
    },
    {
      input: { namespace: 'sync-cursor', key: 'globex' },
      output: { found: false, value: null, value_type: null, revision: null, expires_at: null },
    },
  ],
  async run(input, { ports }) {
    const entry = await ports.store.find(input);
    if (entry === null) return { found: false, value: null, value_type: null, revision: null, expires_at: null };
    return {
      found: true,
      value: entry.value,
      value_type: entry.valueType,
      revision: entry.revision,
      expires_at: entry.expiresAt,
    };
  },
});
