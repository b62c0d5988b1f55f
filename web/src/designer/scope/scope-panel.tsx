import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyPath } from './copy-path.tsx';
import { fieldName, insideOf, type ReferenceOption, sourceGroups } from './reference-options.ts';
import type { Scope } from './scope.ts';
import classes from './scope-panel.module.css';
import { useSourceWords } from './use-source-words.ts';
import { useTypeText } from './use-type-text.ts';

/** Everything that a step can read, by source; each path can be copied. */
export function ScopePanel({ scope }: { scope: Scope }) {
  const { t } = useTranslation('expressions');
  const words = useSourceWords();
  const groups = sourceGroups(scope, null);
  if (groups.length === 0) return <p className={classes.empty}>{t(($) => $.scope.empty)}</p>;
  return (
    <section className={classes.panel} aria-label={t(($) => $.scope.title)}>
      {groups.map(({ kind, options }) => (
        <div key={kind}>
          <h4 className={classes.kind}>{words.kind(kind)}</h4>
          <ul className={classes.list}>
            {options.map((option) => (
              <ScopeValue key={option.path} scope={scope} option={option} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ScopeValue({ scope, option }: { scope: Scope; option: ReferenceOption }) {
  const { t } = useTranslation('expressions');
  const words = useSourceWords();
  const type = useTypeText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { variable, rest, path, schema, opens } = option;
  const isSource = rest.length === 0;
  const name = isSource ? path : fieldName(option);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className={classes.row}>
        {opens ? (
          <UnstyledButton
            className={classes.toggle ?? ''}
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t(($) => $.scope.show, { name: path })}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron size={14} aria-hidden />
          </UnstyledButton>
        ) : (
          <span className={classes.toggle} />
        )}
        <span className={classes.text}>
          <code>{name}</code>
          {isSource && variable.kind === 'steps' && <span className={classes.note}>{words.source(variable)}</span>}
          {isSource && variable.doubt !== null && <span className={classes.note}>{words.doubt(variable.doubt)}</span>}
        </span>
        <span className={classes.type}>{type(schema)}</span>
        <CopyPath path={path} />
      </div>
      {isOpen && (
        <ul id={id} className={classes.list} data-inner>
          {(insideOf(scope, path, null)?.fields ?? []).map((field) => (
            <ScopeValue key={field.path} scope={scope} option={field} />
          ))}
        </ul>
      )}
    </li>
  );
}
