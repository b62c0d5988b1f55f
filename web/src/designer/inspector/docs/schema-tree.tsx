import type { JsonObject } from '@penstock/server/language';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, fieldOf } from '../../../ui/schema-form/field-model.ts';
import { CopyPathButton } from '../output/copy-path.tsx';
import classes from './schema-tree.module.css';
import { useTypeWord } from './use-type-word.ts';

/** What a value consists of, readable: name, type in words, whether it is always there. `path` leads to it in expressions. */
export function SchemaTree({
  schema,
  path,
  nameOf,
}: {
  schema: JsonObject;
  path?: string;
  nameOf?: (field: Field) => string;
}) {
  const { t } = useTranslation('inspector');
  const field = useMemo(() => fieldOf(schema), [schema]);
  if (field.kind === 'object' && field.fields.length === 0) {
    return <p className={classes.nothing}>{t(($) => $.docs.nothing)}</p>;
  }
  return <Rows fields={field.kind === 'object' ? field.fields : [field]} path={path} nameOf={nameOf} />;
}

interface RowsProps {
  fields: readonly Field[];
  path: string | undefined;
  nameOf: ((field: Field) => string) | undefined;
}

function Rows({ fields, path, nameOf }: RowsProps) {
  return (
    <ul className={classes.rows}>
      {fields.map((field) => (
        <Row key={field.name} field={field} path={path} nameOf={nameOf} />
      ))}
    </ul>
  );
}

function Row({ field, path, nameOf }: { field: Field } & Omit<RowsProps, 'fields'>) {
  const { t } = useTranslation('inspector');
  const typeWord = useTypeWord();
  const own = path === undefined || field.name === '' ? path : `${path}.${field.name}`;
  const inner = field.kind === 'list' && field.item !== null ? field.item.fields : field.fields;
  const innerPath = field.kind === 'list' && own !== undefined ? `${own}[0]` : own;
  const label = nameOf?.(field);
  return (
    <li>
      <div className={classes.row}>
        <code className={classes.name}>{field.name}</code>
        {label !== undefined && label !== field.name && <span className={classes.label}>{label}</span>}
        <span className={classes.type}>{typeWord(field)}</span>
        {!field.isRequired && <span className={classes.mark}>{t(($) => $.docs.optional)}</span>}
        {field.isNullable && <span className={classes.mark}>{t(($) => $.docs.mayBeNone)}</span>}
        {own !== undefined && (
          <span className={classes.copy}>
            <CopyPathButton path={own} />
          </span>
        )}
      </div>
      {inner.length > 0 && <Rows fields={inner} path={innerPath} nameOf={nameOf} />}
    </li>
  );
}
