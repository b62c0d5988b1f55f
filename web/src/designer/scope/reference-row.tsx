import { Combobox } from '@mantine/core';
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './reference-field.module.css';
import { fieldName, type ReferenceOption } from './reference-options.ts';
import { useSourceWords } from './use-source-words.ts';
import { useTypeText } from './use-type-text.ts';

interface Props {
  option: ReferenceOption;
  /** The value as a whole, above its fields. */
  isWhole: boolean;
  /** Among the finds of a search, where the source is not known from above. */
  withSource: boolean;
  isChosen: boolean;
}

/** One value: its name, where it comes from, its kind, and whether it opens. */
export function ReferenceRow({ option, isWhole, withSource, isChosen }: Props) {
  const { t } = useTranslation('expressions');
  const type = useTypeText();
  const words = useSourceWords();
  const opens = option.opens && !isWhole && !withSource;
  const { variable, rest } = option;
  const isSource = rest.length === 0;
  const name =
    isSource && variable.kind === 'steps' ? words.source(variable) : nameOf(option, words.kind(variable.kind));
  return (
    <Combobox.Option
      value={`${opens ? 'open' : 'pick'}:${option.path}`}
      className={classes.row ?? ''}
      active={isChosen}
    >
      <span className={classes.rowText}>
        <span className={classes.rowName} data-code={!isSource || undefined}>
          {isWhole ? t(($) => $.reference.all, { name }) : name}
        </span>
        {(withSource || isSource) && name !== option.path && <code className={classes.rowPath}>{option.path}</code>}
        {isSource && variable.doubt !== null && <span className={classes.rowPath}>{words.doubt(variable.doubt)}</span>}
      </span>
      {isChosen && <IconCheck size={14} aria-hidden className={classes.fits} />}
      <span className={classes.rowType} data-fit={opens ? undefined : option.fit}>
        {type(option.schema)}
      </span>
      {opens && <IconChevronRight size={14} aria-hidden className={classes.arrow} />}
    </Combobox.Option>
  );
}

/** `Trigger`, or the name of a field. */
function nameOf(option: ReferenceOption, kind: string): string {
  const { path, kind: source } = option.variable;
  return option.rest.length === 0 && path.length === 1 && (source === 'payload' || source === 'error')
    ? kind
    : fieldName(option);
}
