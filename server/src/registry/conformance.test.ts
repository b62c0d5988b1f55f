import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import { ErrorCodes } from '../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { rolePermissions } from '../kernel/permissions.ts';
import { nodeTypes } from '../language/nodes/catalogue.ts';
import { createRegistry } from './create-registry.ts';
import { EffectKinds } from './define-action.ts';
import { describeAction } from './describe-action.ts';
import { describeEvent } from './describe-event.ts';
import { describeNode } from './describe-node.ts';
import { fieldStringKeys } from './field-strings.ts';
import { catalogueText } from './generate-catalogue.ts';

const repository = path.join(import.meta.dirname, '../../..');
const locales = readdirSync(path.join(repository, 'locales'));
const stringsOf = (locale: string, file: string): JsonObject =>
  JSON.parse(readFileSync(path.join(repository, 'locales', locale, `${file}.json`), 'utf8'));
/** Keys that do not lead to a text in some locale. */
const missingStrings = (keys: readonly string[]): string[] =>
  locales.flatMap((locale) => {
    const strings = { actions: stringsOf(locale, 'actions'), events: stringsOf(locale, 'events') };
    const textAt = (key: string) =>
      key
        .split('.')
        .reduce<Json | undefined>((place, part) => (isJsonObject(place) ? place[part] : undefined), strings);
    return keys
      .filter((key) => typeof textAt(key) !== 'string' || textAt(key) === '')
      .map((key) => `${locale}: ${key}`);
  });

/** Follows a JSON pointer of a field through the input schema. */
const hasField = (schema: JsonObject, pointer: string): boolean =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>(
      (place, part) => (isJsonObject(place) && isJsonObject(place.properties) ? place.properties[part] : undefined),
      schema,
    ) !== undefined;

const registry = createRegistry(catalogue);
const permissions = new Set(Object.values(rolePermissions).flatMap((granted) => [...granted]));

test('the committed catalogue names every entry that there is', () => {
  const committed = readFileSync(path.join(repository, 'server/src/catalogue.gen.ts'), 'utf8');

  expect(catalogueText(path.join(repository, 'server/src'))).toBe(committed);
});

test('two entries of one name are refused', () => {
  const [action] = catalogue.actions;
  const [eventType] = catalogue.eventTypes;

  const broken = expect.objectContaining({ code: 'INVARIANT_BROKEN' });
  expect(() => createRegistry({ actions: action ? [action, action] : [], eventTypes: [] })).toThrow(broken);
  expect(() => createRegistry({ actions: [], eventTypes: eventType ? [eventType, eventType] : [] })).toThrow(broken);
});

test('an action is found by id and exact version', () => {
  expect(registry.action('store.set', 1)?.id).toBe('store.set');
  expect(registry.action('store.set', 2)).toBeUndefined();
});

describe.each(catalogue.actions.map((action) => ({ id: `${action.id}@${action.version}`, action })))(
  '$id',
  ({ action }) => {
    const descriptor = describeAction(action);

    test('its id begins with its group', () => {
      expect(action.id).toMatch(/^[a-z_]+\.[a-z_]+$/);
      expect(action.id.split('.')[0]).toBe(action.group);
      expect(action.version).toBeGreaterThan(0);
    });

    test('it has examples, and they fit its schemas', () => {
      expect(action.examples.length).toBeGreaterThan(0);
      for (const example of action.examples) {
        expect(action.input.safeParse(example.input).error).toBeUndefined();
        expect(action.output.safeParse(example.output).error).toBeUndefined();
      }
    });

    test('its schemas are JSON Schemas that survive JSON, and unknown inputs are refused', () => {
      expect(JSON.parse(JSON.stringify(descriptor))).toEqual(descriptor);
      expect(descriptor.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    });

    test('its errors and its permission exist', () => {
      expect(action.errors.filter((code) => !(code in ErrorCodes))).toEqual([]);
      expect(action.permission === null || permissions.has(action.permission)).toBe(true);
    });

    test('it declares a known effect', () => {
      expect(EffectKinds).toContain(action.effect);
    });

    test('what changes something asks for a permission; what goes outside says how a crash is settled', () => {
      if (action.effect !== 'pure') expect(action.permission).not.toBeNull();
      if (action.probe !== undefined) expect(action.effect).toBe('at-least-once');
      if (action.keyField !== undefined)
        expect(hasField(descriptor.inputSchema, `/${action.keyField.name}`)).toBe(true);
    });

    test('its editor hints name fields that it has', () => {
      expect(Object.keys(descriptor.editor).filter((pointer) => !hasField(descriptor.inputSchema, pointer))).toEqual(
        [],
      );
    });

    test('its strings are there in every locale', () => {
      const keys = [
        descriptor.labelKey,
        descriptor.descriptionKey,
        descriptor.groupLabelKey,
        ...fieldStringKeys(descriptor.inputSchema).map((key) => `actions.${action.id}.${key}`),
      ];

      expect(missingStrings(keys)).toEqual([]);
    });
  },
);

test.each([...nodeTypes.values()].map((node) => ({ name: node.id, node })))(
  'a $name step is described as JSON and named in every locale',
  ({ node }) => {
    const descriptor = describeNode(node);

    expect(JSON.parse(JSON.stringify(descriptor))).toEqual(descriptor);
    expect(
      missingStrings([descriptor.labelKey, descriptor.descriptionKey, `actions.families.${descriptor.family}`]),
    ).toEqual([]);
  },
);

describe.each(catalogue.eventTypes.map((entry) => ({ name: entry.eventType, entry })))('$name', ({ entry }) => {
  const descriptor = describeEvent(entry);

  test('its name and its schema reference are well formed', () => {
    expect(entry.eventType).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(entry.payloadSchemaRef).toMatch(/^payload\.[A-Z][A-Za-z]*\.v[1-9]\d*$/);
    expect(registry.payloadSchema(entry.payloadSchemaRef)).toEqual(descriptor.payloadSchema);
  });

  test('its example fits its schema and carries its correlation', () => {
    expect(entry.payload.safeParse(entry.example).error).toBeUndefined();
    expect(entry.correlation.filter((name) => !hasField(descriptor.payloadSchema, `/${name}`))).toEqual([]);
  });

  test('members that it does not know are kept', () => {
    const parsed: unknown = entry.payload.parse({ ...(entry.example as object), addedByTheSender: 1 });

    expect(parsed).toMatchObject({ addedByTheSender: 1 });
  });

  test('its strings are there in every locale', () => {
    expect(missingStrings([descriptor.labelKey, descriptor.descriptionKey, descriptor.categoryLabelKey])).toEqual([]);
  });
});
