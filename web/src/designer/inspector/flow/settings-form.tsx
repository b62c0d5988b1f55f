import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../store/catalog.ts';
import { AssignForm } from '../assign/assign-form.tsx';
import fieldClasses from '../fields/fields.module.css';
import { EventWaitForm } from '../waits/event-wait-form.tsx';
import { TimeWaitForm } from '../waits/time-wait-form.tsx';
import { CallWorkflowForm } from './call-workflow-form.tsx';
import { ConfigForm } from './config-form.tsx';
import { ForEachForm } from './for-each-form.tsx';
import { IfForm } from './if-form.tsx';
import { StateForm } from './state-form.tsx';
import { TryCatchForm } from './try-catch-form.tsx';

const forms: Readonly<Record<string, ComponentType>> = {
  'control.if': IfForm,
  'control.forEach': ForEachForm,
  'control.tryCatch': TryCatchForm,
  'control.callWorkflow': CallWorkflowForm,
  'control.return': ReturnNotice,
  'event.wait': EventWaitForm,
  'time.wait': TimeWaitForm,
  'state.set': StateForm,
  'transform.assign': AssignForm,
};

/** The settings of a step by its type; a type without a form of its own gets one from the schema of its config. */
export function SettingsForm({ type }: { type: string }) {
  const catalog = useCatalog();
  const Form = forms[type];
  const schema = catalog.nodes.get(type)?.configSchema ?? null;
  return (
    <div className={fieldClasses.fields}>
      {Form === undefined ? schema !== null && <ConfigForm schema={schema} /> : <Form />}
    </div>
  );
}

function ReturnNotice() {
  const { t } = useTranslation('inspector');
  return <p className={fieldClasses.notice}>{t(($) => $.return.notice)}</p>;
}
