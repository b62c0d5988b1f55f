import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../api/trpc.ts';
import { withChildRun } from '../../scope/scope-at.ts';
import { useEditor } from '../../store/editor-context.ts';
import { AssignmentList } from '../assign/assignment-list.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import { WiderScope } from '../fields/scope-context.tsx';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { useStepKey } from '../step-context.ts';
import { callWorkflow } from './call-workflow.ts';
import { CalledInputs } from './called-inputs.tsx';

/** Which workflow is called, in which version, what it gets and what comes back. */
export function CallWorkflowForm() {
  const { t } = useTranslation('inspector');
  const target = useTarget();
  return (
    <>
      <WorkflowField target={target} />
      {target !== '' && <VersionField target={target} />}
      {target !== '' && <CalledInputs target={target} />}
      {target !== '' && (
        <WiderScope widen={withChildRun}>
          <AssignmentList
            pointer="/outputMapping"
            title={t(($) => $.call.outputs)}
            help={t(($) => $.call.outputsHelp)}
            isOptional
          />
        </WiderScope>
      )}
    </>
  );
}

/** Key or id of the called workflow; empty = none is chosen. */
function useTarget(): string {
  const { value: key } = useStepValue('/workflowKey');
  const { value: id } = useStepValue('/workflowId');
  return typeof key === 'string' ? key : typeof id === 'string' ? id : '';
}

function WorkflowField({ target }: { target: string }) {
  const { t } = useTranslation('inspector');
  const id = useId();
  const trpc = useTRPC();
  const key = useStepKey();
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  const [typed, setTyped] = useState('');
  const chosen = useQuery({
    ...trpc.workflows.get.queryOptions({ workflowId: target }),
    enabled: target !== '',
    retry: false,
  });
  const name = chosen.data?.name ?? target;
  const [sought] = useDebouncedValue(typed === name ? '' : typed.trim(), 250);
  const list = useQuery(trpc.workflows.list.queryOptions({ limit: 50, ...(sought === '' ? {} : { search: sought }) }));
  const own = editor.store.getState().document.head.id;
  const found = (list.data?.items ?? []).map((workflow) => ({ value: workflow.key, label: workflow.name }));
  const current = chosen.data?.key ?? target;
  const data =
    current === '' || found.some(({ value }) => value === current)
      ? found
      : [{ value: current, label: name }, ...found];
  const choose = (next: string | null) => {
    const workflow = list.data?.items.find((one) => one.key === next);
    if (workflow === undefined || workflow.key === current) return;
    editor.run(callWorkflow(key, workflow.key, workflow.publishedVersion ?? 1));
  };
  return (
    <FieldFrame
      pointer="/workflowKey"
      label={t(($) => $.call.workflow)}
      htmlFor={id}
      isRequired
      {...(list.isError ? { problem: t(($) => $.call.failed) } : {})}
    >
      <Select
        id={id}
        data={data.filter(({ value }) => value !== own)}
        value={current === '' ? null : current}
        onChange={choose}
        searchable
        onSearchChange={setTyped}
        filter={({ options }) => options}
        allowDeselect={false}
        placeholder={t(($) => $.call.choose)}
        nothingFoundMessage={t(($) => $.call.none)}
        disabled={isReadOnly}
        comboboxProps={{ shadow: 'md' }}
      />
    </FieldFrame>
  );
}

function VersionField({ target }: { target: string }) {
  const { t } = useTranslation('inspector');
  const id = useId();
  const trpc = useTRPC();
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue('/workflowVersion');
  const versions = useQuery({ ...trpc.workflows.versions.queryOptions({ workflowId: target }), retry: false });
  const known = (versions.data?.items ?? []).map(({ version, isLive }) => ({
    value: String(version),
    label: isLive ? t(($) => $.call.versionLive, { version }) : t(($) => $.call.versionOf, { version }),
  }));
  const chosen = String(value ?? '');
  const data = known.some((one) => one.value === chosen)
    ? known
    : [...known, { value: chosen, label: t(($) => $.call.versionOf, { version: chosen }) }];
  return (
    <FieldFrame
      pointer="/workflowVersion"
      label={t(($) => $.call.version)}
      htmlFor={id}
      isRequired
      {...(versions.isSuccess && known.length === 0 ? { problem: t(($) => $.call.unpublished) } : {})}
    >
      <Select
        id={id}
        data={data}
        value={chosen}
        onChange={(next) => set(Number(next), 'alone')}
        allowDeselect={false}
        disabled={isReadOnly}
        comboboxProps={{ shadow: 'md' }}
      />
    </FieldFrame>
  );
}
