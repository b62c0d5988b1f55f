import { IconAsterisk } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { isList, type Member, readableMembers, type Schema } from './schema-reading.ts';
import classes from './schema-tree.module.css';
import { useTypeText } from './use-type-text.ts';

const DEEPEST = 6;

/** Fields of a schema with their kinds; nested ones below. `most` = only so many of the first level. */
export function SchemaTree({ schema, label, most }: { schema: Schema; label: string; most?: number }) {
  const { t } = useTranslation('expressions');
  const members = readableMembers(schema);
  if (members.length === 0) return <p className={classes.none}>{t(($) => $.schema.none)}</p>;
  const left = most === undefined ? 0 : Math.max(0, members.length - most);
  return (
    <>
      <SchemaLevel members={members.slice(0, most)} label={label} depth={0} isFlat={most !== undefined} />
      {left > 0 && <p className={classes.none}>{t(($) => $.schema.more, { count: left })}</p>}
    </>
  );
}

interface LevelProps {
  members: readonly Member[];
  label?: string;
  depth: number;
  isFlat: boolean;
}

function SchemaLevel({ members, label, depth, isFlat }: LevelProps) {
  return (
    <ul className={classes.level} {...(label === undefined ? {} : { 'aria-label': label })}>
      {members.map((member) => {
        const inner = isFlat || depth >= DEEPEST ? [] : readableMembers(member.schema);
        return (
          <li key={member.name}>
            <SchemaField member={member} isFlat={isFlat} />
            {inner.length > 0 && <SchemaLevel members={inner} depth={depth + 1} isFlat={isFlat} />}
          </li>
        );
      })}
    </ul>
  );
}

function SchemaField({ member: { name, schema, required }, isFlat }: { member: Member; isFlat: boolean }) {
  const { t } = useTranslation('expressions');
  const type = useTypeText();
  const allowed = Array.isArray(schema.enum) ? schema.enum.map(String).join(', ') : '';
  return (
    <div className={classes.field}>
      <code className={classes.name}>{`${name}${isList(schema) ? '[]' : ''}`}</code>
      {required && (
        <IconAsterisk size={11} role="img" aria-label={t(($) => $.schema.required)} className={classes.always} />
      )}
      <span className={classes.type}>{type(schema)}</span>
      {!isFlat && typeof schema.description === 'string' && <p className={classes.more}>{schema.description}</p>}
      {!isFlat && allowed !== '' && (
        <p className={classes.more}>
          <Trans t={t} i18nKey={($) => $.schema.allowed} values={{ values: allowed }} />
        </p>
      )}
    </div>
  );
}
