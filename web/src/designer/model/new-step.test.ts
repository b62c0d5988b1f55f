import { checkDefinition, nodeTypes } from '@penstock/server/language';
import { expect, test } from 'vitest';
import { newStep } from './new-step.ts';
import { autoSaveAs } from './save-as.ts';
import { definitionOf, documentOf, sample } from './testing/designs.ts';

const upsert = { id: 'links.upsert', version: 1, group: 'links' };

test('every kind of step that the palette offers can be saved as it comes', () => {
  for (const { id: type, isSupported } of nodeTypes.values()) {
    if (!isSupported) continue;
    const step = newStep({ type, ...(type === 'action.call' ? { action: upsert } : {}) }, sample());
    expect(checkDefinition(definitionOf([step])), type).toMatchObject({ ok: true });
  }
});

test('a new block is empty', () => {
  expect(newStep({ type: 'control.if' }, sample())).toEqual({
    id: 'if',
    type: 'control.if',
    condition: { $expr: '' },
    then: [],
  });
  expect(newStep({ type: 'control.tryCatch' }, sample())).toMatchObject({ id: 'try-catch', try: [], catch: [] });
});

test('a new action saves its output under a name of its own', () => {
  const first = newStep({ type: 'action.call', action: upsert }, documentOf());
  expect(first).toEqual({
    id: 'links-upsert',
    type: 'action.call',
    config: {
      actionId: 'links.upsert',
      version: 1,
      inputMapping: {},
      saveAs: 'linksUpsertResult',
      designerGroupKey: 'data-store',
      designerTileKind: 'core-object',
    },
  });
  const second = newStep({ type: 'action.call', action: upsert }, documentOf(first));
  expect(second).toMatchObject({ id: 'links-upsert-2', config: { saveAs: 'linksUpsertResult2' } });
});

test('the name of an output leaves out the verb at its beginning', () => {
  expect(autoSaveAs('tickets.create')).toBe('ticketsCreateResult');
  expect(autoSaveAs('find_contact_by_email')).toBe('contactByEmailResult');
});
