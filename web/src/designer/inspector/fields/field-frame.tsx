import { Input } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';
import { useFieldIssue } from './use-field-issue.ts';

/** A field's name, the way it is given, its control and what is wrong with it. */
export function FieldFrame({
  pointer,
  label,
  htmlFor,
  isRequired = false,
  help,
  problem,
  isAdvice = false,
  tools,
  wide = false,
  children,
}: {
  pointer: string;
  label: string;
  htmlFor?: string;
  isRequired?: boolean;
  help?: ReactNode;
  /** What is wrong with what is typed; goes before what validation says. */
  problem?: ReactNode;
  /** `problem` is worth knowing and forbids nothing. */
  isAdvice?: boolean;
  tools?: ReactNode;
  /** Takes the whole width where fields stand in two columns. */
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('inspector');
  const issue = useFieldIssue(pointer);
  const text = problem ?? issue?.text;
  const isWarning = problem === undefined ? issue?.isWarning === true : isAdvice;
  return (
    <div
      className={classes.field}
      data-pointer={pointer}
      data-wide={wide || undefined}
      data-problem={text === undefined ? undefined : isWarning ? 'warning' : 'error'}
    >
      <div className={classes.fieldHead}>
        <Input.Label
          {...(htmlFor === undefined ? { labelElement: 'div' as const } : { htmlFor })}
          className={classes.fieldName ?? ''}
        >
          {label}
        </Input.Label>
        {isRequired && <span className={classes.required}>{t(($) => $.field.required)}</span>}
        {tools !== undefined && <div className={classes.fieldTools}>{tools}</div>}
      </div>
      {children}
      {text !== undefined && (
        <p className={classes.problem} data-severity={isWarning ? 'warning' : 'error'}>
          {isWarning ? <IconAlertTriangle size={14} aria-hidden /> : <IconAlertCircle size={14} aria-hidden />}
          <span>{text}</span>
        </p>
      )}
      {help !== undefined && help !== null && <p className={classes.help}>{help}</p>}
    </div>
  );
}
