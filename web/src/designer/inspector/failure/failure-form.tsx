import { Input, SegmentedControl } from '@mantine/core';
import type { Json } from '@penstock/server/language';
import { useTranslation } from 'react-i18next';
import { inOrder } from '../../model/change.ts';
import { setStepField } from '../../model/commands/set-step-field.ts';
import { useEditor } from '../../store/editor-context.ts';
import fieldClasses from '../fields/fields.module.css';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import classes from '../inspector.module.css';
import { useStepKey } from '../step-context.ts';
import { RetryForm } from './retry-form.tsx';

type Policy = 'fail' | 'continue';

/** What happens when the step fails: attempts first, then whether the run goes on. */
export function FailureForm() {
  const { t } = useTranslation('inspector');
  const key = useStepKey();
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  const own = policyOf(useStepValue('/onError').value);
  const inConfig = policyOf(useStepValue('/config/onError').value);
  const policy = own ?? inConfig ?? 'fail';
  // Two places may say it and the step's own one counts: after a change only that one is left.
  const choose = (next: Policy) =>
    editor.run(
      inOrder(
        ...(inConfig === null ? [] : [setStepField(key, '/config/onError', undefined)]),
        setStepField(key, '/onError', next === 'fail' ? undefined : { policy: next }),
      ),
    );
  return (
    <>
      <RetryForm />
      <section className={classes.section} data-pointer="/onError">
        <Input.Wrapper label={t(($) => $.failure.then)} labelElement="div">
          <SegmentedControl
            aria-label={t(($) => $.failure.then)}
            fullWidth
            size="xs"
            classNames={{ label: fieldClasses.segment ?? '' }}
            value={policy}
            disabled={isReadOnly}
            onChange={(next) => choose(next as Policy)}
            data={[
              { value: 'fail', label: t(($) => $.failure.fail) },
              { value: 'continue', label: t(($) => $.failure.continue) },
            ]}
          />
        </Input.Wrapper>
        <p className={fieldClasses.help}>
          {policy === 'fail' ? t(($) => $.failure.failHelp) : t(($) => $.failure.continueHelp)}
        </p>
      </section>
    </>
  );
}

function policyOf(value: Json | undefined): Policy | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return value.policy === 'continue' ? 'continue' : value.policy === 'fail' ? 'fail' : null;
}
