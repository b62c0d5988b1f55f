import { Button } from '@mantine/core';
import type { JsonObject } from '@penstock/server/language';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../../i18n/entry-labels.ts';
import { JsonView } from '../../../ui/json-view.tsx';
import type { Field } from '../../../ui/schema-form/field-model.ts';
import type { ActionEntry } from '../../store/catalog.ts';
import classes from '../inspector.module.css';
import { SchemaTree } from './schema-tree.tsx';

/** What the action does, takes, gives and may fail with. */
export function DocsTab({ action }: { action: ActionEntry }) {
  const { t } = useTranslation('inspector');
  const labels = useEntryLabels();
  const [example] = action.examples;
  const label = (field: Field) =>
    labels.field(
      action.id,
      field.path.filter((name) => name !== '*'),
    );
  return (
    <>
      <Section title={labels.action(action.id)}>
        <p className={classes.text}>{labels.actionDescription(action.id)}</p>
        {action.permission !== null && (
          <p className={classes.text}>{t(($) => $.docs.permission, { permission: action.permission })}</p>
        )}
      </Section>
      <SchemaSection title={t(($) => $.docs.inputs)} schema={action.inputSchema} nameOf={label} />
      <SchemaSection title={t(($) => $.docs.output)} schema={action.outputSchema} />
      {action.errors.length > 0 && (
        <Section title={t(($) => $.docs.errors)}>
          <ul className={classes.codes}>
            {action.errors.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {example !== undefined && (
        <Section title={t(($) => $.docs.example)}>
          <JsonView value={example} label={t(($) => $.docs.example)} />
        </Section>
      )}
    </>
  );
}

function SchemaSection({
  title,
  schema,
  nameOf,
}: {
  title: string;
  schema: JsonObject;
  nameOf?: (field: Field) => string;
}) {
  const { t } = useTranslation('inspector');
  const [isJson, setJson] = useState(false);
  return (
    <Section
      title={title}
      tools={
        <Button size="compact-xs" variant="subtle" onClick={() => setJson(!isJson)}>
          {isJson ? t(($) => $.docs.readable) : t(($) => $.docs.showJson)}
        </Button>
      }
    >
      {isJson ? (
        <JsonView value={schema} label={title} />
      ) : (
        <SchemaTree schema={schema} {...(nameOf === undefined ? {} : { nameOf })} />
      )}
    </Section>
  );
}

function Section({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h3 className={classes.sectionTitle}>{title}</h3>
        {tools}
      </div>
      {children}
    </section>
  );
}
