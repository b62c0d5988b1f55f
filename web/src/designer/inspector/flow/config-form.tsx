import type { JsonObject } from '@penstock/server/language';
import { useMemo } from 'react';
import { fieldsOf } from '../../../ui/schema-form/field-model.ts';
import { MappedField } from '../fields/mapped-field.tsx';
import { memberPointer } from '../fields/mapped-props.ts';

/** Settings of a step type that has no form of its own. */
export function ConfigForm({ schema }: { schema: JsonObject }) {
  const fields = useMemo(() => fieldsOf(schema), [schema]);
  return fields.map((field) => (
    <MappedField key={field.name} field={field} pointer={memberPointer('/config', field.name)} />
  ));
}
