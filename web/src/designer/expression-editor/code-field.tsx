import { Input } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './code-field.module.css';

export interface FieldFinding {
  text: ReactNode;
  isWarning: boolean;
}

export interface CodeFieldIds {
  label: string;
  description: string;
  finding: string;
}

export function useCodeFieldIds(): CodeFieldIds {
  const id = useId();
  return { label: `${id}label`, description: `${id}description`, finding: `${id}finding` };
}

/** Name, editor and what is wrong with the text: the frame of every code field. */
export function CodeField({
  ids,
  label,
  hideLabel,
  description,
  finding,
  multiline,
  isReadOnly,
  onLabel,
  children,
}: {
  ids: CodeFieldIds;
  label: string;
  hideLabel: boolean;
  description: ReactNode;
  finding: FieldFinding | null;
  multiline: boolean;
  isReadOnly: boolean;
  onLabel: () => void;
  children: ReactNode;
}) {
  return (
    <div className={classes.field}>
      {!hideLabel && (
        // The pointer's way into the editor; the keyboard reaches it by itself.
        <Input.Label labelElement="div" id={ids.label} onClick={onLabel} className={classes.label ?? ''}>
          {label}
        </Input.Label>
      )}
      {description !== undefined && (
        <div id={ids.description} className={classes.description}>
          {description}
        </div>
      )}
      <div
        className={classes.frame}
        data-multiline={multiline || undefined}
        data-problem={finding === null ? undefined : finding.isWarning ? 'warning' : 'error'}
        data-read-only={isReadOnly || undefined}
      >
        {children}
      </div>
      {finding !== null && (
        <p id={ids.finding} className={classes.finding} data-severity={finding.isWarning ? 'warning' : 'error'}>
          {finding.isWarning ? <IconAlertTriangle size={14} aria-hidden /> : <IconAlertCircle size={14} aria-hidden />}
          <span>{finding.text}</span>
        </p>
      )}
    </div>
  );
}

/** Attributes of the editable element: its name, what describes it, and that something is wrong. */
export function editableAttributes(
  ids: CodeFieldIds,
  given: {
    label: string;
    hideLabel: boolean;
    hasDescription: boolean;
    finding: FieldFinding | null;
    multiline: boolean;
  },
): Record<string, string> {
  const described = [given.hasDescription ? ids.description : '', given.finding === null ? '' : ids.finding];
  const describedBy = described.filter((id) => id !== '').join(' ');
  return {
    ...(given.hideLabel ? { 'aria-label': given.label } : { 'aria-labelledby': ids.label }),
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
    ...(given.finding !== null && !given.finding.isWarning ? { 'aria-invalid': 'true' } : {}),
    'aria-multiline': String(given.multiline),
    spellcheck: 'false',
    autocapitalize: 'off',
    autocorrect: 'off',
  };
}
