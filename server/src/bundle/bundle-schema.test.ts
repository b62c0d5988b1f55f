import { expect, test } from 'vitest';
import { bundleSchema } from './bundle-schema.ts';

test('the published schema is the one that import uses', async () => {
  const text = `${JSON.stringify(bundleSchema, null, 2)}\n`;

  await expect(text).toMatchFileSnapshot('../../../docs/schemas/workflow-bundle.v1.schema.json');
});
