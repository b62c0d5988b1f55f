import { Button, SegmentedControl, Textarea } from '@mantine/core';
import type { JsonObject } from '@penstock/server/language';
import { useTranslation } from 'react-i18next';
import { SchemaForm } from '../ui/schema-form/schema-form.tsx';
import { parsePayload } from './parse-payload.ts';
import classes from './start-run.module.css';
import type { Typed } from './typed.ts';
import { type Contract, hasMembers } from './use-contract.ts';

export interface PayloadFieldsProps {
  contract: Contract;
  typed: Typed;
  onChange: (typed: Typed) => void;
  /** JSON pointer → what is wrong there. */
  issues: Readonly<Record<string, string>>;
  /** What keeps the JSON from being an object. */
  problem: string | null;
}

/** The input as a form or as JSON; what is typed in one is there in the other. */
export function PayloadFields({ contract, typed, onChange, issues, problem }: PayloadFieldsProps) {
  const { t } = useTranslation('workflows');
  const { schema, example } = contract;
  if (!hasMembers(schema)) return <p className={classes.lead}>{t(($) => $.run.noInput)}</p>;
  const hasForm = Object.keys((schema.properties ?? {}) as object).length > 0;
  const mode = hasForm ? typed.mode : 'json';
  const put = (value: JsonObject) => onChange({ ...typed, value, text: JSON.stringify(value, null, 2) });
  const change = (next: string) => {
    // JSON that is no object stays with the JSON: a form cannot show it.
    const value = next === 'form' ? (parsePayload(typed.text) as JsonObject | null) : typed.value;
    if (value !== null)
      onChange({ mode: next === 'form' ? 'form' : 'json', value, text: JSON.stringify(value, null, 2) });
  };
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.heading}>{t(($) => $.run.payload)}</h3>
        {example !== null && (
          <Button variant="subtle" size="xs" onClick={() => put(example)}>
            {t(($) => $.run.useExample)}
          </Button>
        )}
        {hasForm && (
          <SegmentedControl
            size="xs"
            aria-label={t(($) => $.run.mode)}
            value={mode}
            onChange={change}
            data={[
              { value: 'form', label: t(($) => $.run.form) },
              { value: 'json', label: t(($) => $.run.json) },
            ]}
          />
        )}
      </div>
      {mode === 'form' ? (
        <div className={classes.fields}>
          <SchemaForm
            schema={schema}
            value={typed.value}
            onChange={(value) => put((value ?? {}) as JsonObject)}
            issues={issues}
          />
        </div>
      ) : (
        <Textarea
          className={classes.payload ?? ''}
          aria-label={t(($) => $.run.payload)}
          description={t(($) => $.run.payloadHelp)}
          value={typed.text}
          onChange={(event) => onChange({ ...typed, mode: 'json', text: event.currentTarget.value })}
          error={problem}
          rows={10}
          spellCheck={false}
        />
      )}
    </>
  );
}
