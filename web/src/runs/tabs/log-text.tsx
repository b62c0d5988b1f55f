import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import type { StepTree } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import type { LogLine, StepRow } from '../run-types.ts';
import { isLogCode } from './log-codes.ts';
import classes from './tabs.module.css';

/** A log line is a code with values: the sentence of the code, or the code and its values as they are when it is not known here. */
export function LogText({ line, tree, rows }: { line: LogLine; tree: StepTree; rows: readonly StepRow[] }) {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  const nameOf = useStepName();
  const { ofError } = useErrorText();
  const values = line.context as Record<string, unknown>;
  const code = line.code;
  if (!isLogCode(code)) {
    const parts = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return <span className={classes.code}>{[code, ...parts].join(' ')}</span>;
  }
  const failed = tree.steps.get(String(values.nodePath));
  const error = errorOf(rows, values);
  return (
    <>
      {t(($) => $.logs.codes[code], {
        step: failed === undefined ? String(values.stepId) : nameOf(failed),
        error: error === null ? String(values.message) : ofError(error),
        action: labels.action(String(values.actionId)),
        idempotencyKey: String(values.idempotencyKey),
        reason: String(values.reason),
      })}
    </>
  );
}

/** The line keeps the words of the server; the failed step has the error's values too, so that it can be said in the reader's language. */
function errorOf(rows: readonly StepRow[], { nodePath, code, message }: Record<string, unknown>) {
  for (const row of rows) {
    const error = row.error as { code?: string; message?: string; details?: Record<string, unknown> } | null;
    if (row.stepPath !== nodePath || error?.code === undefined) continue;
    if (error.code === code && error.message === message) return { code: error.code, details: error.details ?? {} };
  }
  return null;
}
