import { Skeleton } from '@mantine/core';
import type { JsonObject } from '@penstock/server/language';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../api/trpc.ts';
import { type Field, fieldOf } from '../../../ui/schema-form/field-model.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import fieldClasses from '../fields/fields.module.css';
import { JsonInput } from '../fields/json-input.tsx';
import { MappedField } from '../fields/mapped-field.tsx';
import { memberPointer } from '../fields/mapped-props.ts';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';

const POINTER = '/inputMapping';

/** What the called workflow gets: fields of its payload. */
export function CalledInputs({ target }: { target: string }) {
  const { t } = useTranslation('inspector');
  const { value: version } = useStepValue('/workflowVersion');
  const { schema, isPending } = usePayloadSchema(target, typeof version === 'number' ? version : 1);
  const field = useMemo(() => fieldOf(schema ?? {}), [schema]);
  return (
    <section className={fieldClasses.section} data-wide>
      <h3 className={fieldClasses.sectionTitle}>{t(($) => $.call.inputs)}</h3>
      {isPending ? <Skeleton height={72} /> : <Inputs field={field} />}
    </section>
  );
}

function Inputs({ field }: { field: Field }) {
  const { t } = useTranslation('inspector');
  if (field.kind !== 'object') return <AnyInput />;
  if (field.fields.length === 0) return <p className={fieldClasses.help}>{t(($) => $.call.noFields)}</p>;
  return (
    <div className={fieldClasses.fields}>
      {field.fields.map((member) => (
        <MappedField key={member.name} field={member} pointer={memberPointer(POINTER, member.name)} />
      ))}
    </div>
  );
}

/** A payload without known members: an object that may hold expressions, written as JSON. */
function AnyInput() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(POINTER);
  const isObject = (next: unknown) => typeof next === 'object' && next !== null && !Array.isArray(next);
  return (
    <FieldFrame pointer={POINTER} label={t(($) => $.call.inputs)} help={t(($) => $.call.anyInput)} wide>
      <JsonInput
        pointer={POINTER}
        label={t(($) => $.call.inputs)}
        value={value}
        onChange={(next) => {
          if (next === undefined || isObject(next)) set(next);
        }}
        isReadOnly={isReadOnly}
      />
    </FieldFrame>
  );
}

/** A published version keeps the schema that it was published with. */
function usePayloadSchema(target: string, version: number): { schema: JsonObject | null; isPending: boolean } {
  const trpc = useTRPC();
  const published = useQuery({ ...trpc.workflows.get.queryOptions({ workflowId: target, version }), retry: false });
  const ownSchema = (published.data?.published?.payloadSchemaJson ?? null) as JsonObject | null;
  const ref = published.data?.payloadSchemaRef;
  const registered = useQuery({
    ...trpc.registry.schema.queryOptions({ ref: ref ?? '' }),
    enabled: ref !== undefined && ref !== '' && ownSchema === null,
    retry: false,
  });
  return {
    schema: ownSchema ?? ((registered.data ?? null) as JsonObject | null),
    isPending: published.isPending || (registered.isPending && registered.fetchStatus === 'fetching'),
  };
}
