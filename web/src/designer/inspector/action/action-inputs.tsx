import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, fieldsOf } from '../../../ui/schema-form/field-model.ts';
import type { ActionEntry } from '../../store/catalog.ts';
import { ExpressionSlot } from '../fields/expression-slot.tsx';
import { FieldWordsContext } from '../fields/field-words.ts';
import classes from '../fields/fields.module.css';
import { MappedField } from '../fields/mapped-field.tsx';
import { memberPointer } from '../fields/mapped-props.ts';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { FoldedFields } from './folded-fields.tsx';
import { useActionWords } from './use-action-words.ts';
import { useStepAction } from './use-step-action.ts';

const POINTER = '/config/inputMapping';
/** So many fields need no folding. */
const FEW = 7;

/** The inputs of the action that the step calls, made from its schema. */
export function ActionInputs() {
  const { t } = useTranslation('inspector');
  const { actionId, version, action } = useStepAction();
  if (actionId === null || actionId === '') return <p className={classes.notice}>{t(($) => $.action.needed)}</p>;
  if (action === undefined) {
    return (
      <p className={classes.notice} data-hue="ember">
        {t(($) => $.action.unknown, { id: actionId, version: version ?? '' })}
      </p>
    );
  }
  return <Inputs key={action.id} action={action} />;
}

function Inputs({ action }: { action: ActionEntry }) {
  const { t } = useTranslation('inspector');
  const words = useActionWords(action);
  const { value } = useStepValue(POINTER);
  const fields = useMemo(() => fieldsOf(action.inputSchema), [action]);
  // Decided once: a field does not run away while it is being emptied.
  const [{ shown, more, advanced }] = useState(() => sorted(fields, action, value));
  return (
    <FieldWordsContext value={words}>
      <div className={classes.fields}>
        {fields.length === 0 && <p className={classes.notice}>{t(($) => $.inputs.none)}</p>}
        <Members fields={shown} />
        {more.length > 0 && (
          <FoldedFields title="more" pointers={more.map(pointerOf)} count={more.length}>
            <Members fields={more} />
          </FoldedFields>
        )}
        {action.effect !== 'pure' && (
          <FoldedFields title="advanced" pointers={[...advanced.map(pointerOf), '/config/idempotencyKey']}>
            <Members fields={advanced} />
            {advanced.length === 0 && (
              <ExpressionSlot
                pointer="/config/idempotencyKey"
                label={t(($) => $.inputs.key)}
                help={t(($) => $.inputs.keyHelp)}
                isOptional
              />
            )}
          </FoldedFields>
        )}
        <UnknownInputs fields={fields} />
      </div>
    </FieldWordsContext>
  );
}

function Members({ fields }: { fields: readonly Field[] }) {
  return fields.map((field) => <MappedField key={field.name} field={field} pointer={pointerOf(field)} />);
}

/** Inputs that the step gives and the action does not take, such as those of an older version. */
function UnknownInputs({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(POINTER);
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const unknown = Object.keys(given).filter((name) => !fields.some((field) => field.name === name));
  return unknown.map((name) => (
    <div key={name} className={classes.noneBox} data-wide>
      <span>{t(($) => $.inputs.unknown, { name })}</span>
      {!isReadOnly && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => set(Object.fromEntries(Object.entries(given).filter(([other]) => other !== name)), 'alone')}
        >
          {t(($) => $.inputs.removeUnknown)}
        </Button>
      )}
    </div>
  ));
}

function sorted(fields: readonly Field[], action: ActionEntry, value: unknown) {
  const given = typeof value === 'object' && value !== null ? value : {};
  const advanced = fields.filter((field) => field.name === action.keyField?.name);
  // An older name of another input is shown only where it is used.
  const isOffered = (field: Field) => field.schema.deprecated !== true || field.name in given;
  const others = fields.filter((field) => !advanced.includes(field) && isOffered(field));
  const isFirst = (field: Field) => field.isRequired || field.name in given || others.length <= FEW;
  return { shown: others.filter(isFirst), more: others.filter((field) => !isFirst(field)), advanced };
}

function pointerOf(field: Field): string {
  return memberPointer(POINTER, field.name);
}
