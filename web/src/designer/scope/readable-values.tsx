import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepKey } from '../model/document.ts';
import classes from './scope-panel.module.css';
import { ScopePanel } from './scope-panel.tsx';
import { useScope } from './use-scope.ts';

/** Closed until somebody wants to know what there is. */
export function ReadableValues({ stepKey }: { stepKey: StepKey }) {
  const { t } = useTranslation('expressions');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.readable} onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary>{t(($) => $.scope.title)}</summary>
      {isOpen && <Values stepKey={stepKey} />}
    </details>
  );
}

function Values({ stepKey }: { stepKey: StepKey }) {
  return <ScopePanel scope={useScope(stepKey)} />;
}
