import type { Json, JsonObject } from '@penstock/server/language';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from './check-value.ts';
import { type Field, fieldOf } from './field-model.ts';
import { ListFields } from './list-fields.tsx';
import classes from './schema-form.module.css';
import { useValueText } from './use-value-text.ts';
import { ValueControl } from './value-control.tsx';

export interface SchemaFormProps {
  schema: JsonObject;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  /** JSON pointer → what is wrong there. */
  issues?: Readonly<Record<string, string>>;
  isDisabled?: boolean;
}

/** A form for one value, made from its JSON Schema: fixed values only. */
export function SchemaForm({ schema, value, onChange, issues = {}, isDisabled = false }: SchemaFormProps) {
  const field = useMemo(() => fieldOf(schema), [schema]);
  const shared = { issues, isDisabled };
  return field.kind === 'object' ? (
    <div className={classes.fields}>
      <Members field={field} value={value} onChange={onChange} pointer="" {...shared} />
    </div>
  ) : (
    <AnyField field={field} value={value} onChange={onChange} pointer="" {...shared} />
  );
}

interface PartProps {
  field: Field;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  pointer: string;
  issues: Readonly<Record<string, string>>;
  isDisabled: boolean;
}

function Members({ field, value, onChange, pointer, ...shared }: PartProps) {
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  return field.fields.map((member) => (
    <AnyField
      key={member.name}
      field={member}
      value={Object.hasOwn(members, member.name) ? members[member.name] : undefined}
      onChange={(next) => {
        const others = Object.entries(members).filter(([name]) => name !== member.name);
        const kept = next === undefined ? others : [...others, [member.name, next] as const];
        // An optional group that got empty again is left out.
        onChange(kept.length === 0 && !field.isRequired ? undefined : Object.fromEntries(kept));
      }}
      pointer={`${pointer}/${member.name.replaceAll('~', '~0').replaceAll('/', '~1')}`}
      {...shared}
    />
  ));
}

/** A group, a list or one value. */
function AnyField(props: PartProps & { label?: string }) {
  // The name of a group is not the name of its members.
  const { label, ...parts } = props;
  const { field, value, onChange, pointer, issues, isDisabled } = parts;
  const { t } = useTranslation('forms');
  const text = useValueText();
  const id = useId();
  const name = label ?? field.title ?? field.name;
  const help = field.description ?? text.ofLimits(field) ?? undefined;
  if (field.kind === 'object') {
    return (
      <fieldset className={classes.group} data-pointer={pointer}>
        <legend className={classes.legend}>
          {name}
          {field.isRequired && label === undefined && <span className={classes.required}>{t(($) => $.required)}</span>}
        </legend>
        {field.description !== null && <p className={classes.hint}>{field.description}</p>}
        <div className={classes.inside}>
          <Members {...parts} />
        </div>
        {issues[pointer] !== undefined && <p className={classes.error}>{issues[pointer]}</p>}
      </fieldset>
    );
  }
  if (field.kind === 'list' && field.item !== null) {
    return (
      <ListFields
        {...props}
        item={field.item}
        name={name}
        help={help}
        renderItem={(entry) => <AnyField {...entry} issues={issues} isDisabled={isDisabled} />}
      />
    );
  }
  const problem = problemOf(field, value);
  return (
    <div data-pointer={pointer}>
      <ValueControl
        field={field}
        id={id}
        label={field.isRequired && label === undefined ? t(($) => $.labelRequired, { name }) : name}
        value={value}
        onChange={onChange}
        help={help}
        error={problem === null ? issues[pointer] : text.ofProblem(problem)}
        placeholder={text.ofEmpty(field, (choice) => choice)}
        isDisabled={isDisabled}
        look={(field.limits.maxLength ?? 0) > 1000 ? 'multiline' : undefined}
      />
    </div>
  );
}
