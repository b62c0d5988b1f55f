import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Json } from '@penstock/server/language';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../api/trpc.ts';
import { useIsReadOnly, useStepValue } from './use-step-value.ts';

interface Props {
  id: string;
  label: string;
  pointer: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  recordType: string;
  isRequired: boolean;
}

const SETTLE_MS = 250;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A record chosen by its name; its id is stored. A type that has no list takes the id as text. */
export function RecordInput(props: Props) {
  const isReadOnly = useIsReadOnly();
  if (props.recordType === 'project' || props.recordType === 'project_task') return <RecordSelect {...props} />;
  const { id, label, value, onChange } = props;
  return (
    <TextInput
      id={id}
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      readOnly={isReadOnly}
    />
  );
}

function RecordSelect({ id, label, pointer, value, onChange, recordType, isRequired }: Props) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const [search, setSearch] = useState('');
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const { options, isError, isGone } = useRecords(recordType, pointer, search, chosen);
  const typedId = search.trim().toLowerCase();
  const data =
    UUID.test(typedId) && !options.some((option) => option.value === typedId)
      ? [...options, { value: typedId, label: t(($) => $.record.useId, { id: typedId }) }]
      : options;
  const gone = recordType === 'project' ? t(($) => $.record.projectGone) : t(($) => $.record.taskGone);
  return (
    <Select
      id={id}
      aria-label={label}
      aria-required={isRequired || undefined}
      data={data}
      value={chosen}
      onChange={(next) => onChange(next ?? undefined)}
      searchable
      clearable={!isRequired}
      allowDeselect={false}
      onSearchChange={setSearch}
      // The server has searched already.
      filter={({ options: all }) => all}
      nothingFoundMessage={t(($) => $.record.none)}
      placeholder={t(($) => $.record.search)}
      error={isError ? t(($) => $.record.failed) : isGone ? gone : undefined}
      disabled={isReadOnly}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}

interface Option {
  value: string;
  label: string;
}

/** Records whose name fits what is typed, and the chosen one. */
function useRecords(recordType: string, pointer: string, search: string, chosen: string | null) {
  const trpc = useTRPC();
  const isProject = recordType === 'project';
  // The project beside it narrows the tasks.
  const { value: sibling } = useStepValue(`${pointer.slice(0, pointer.lastIndexOf('/'))}/project_id`);
  const projectId = !isProject && typeof sibling === 'string' && UUID.test(sibling) ? sibling : undefined;
  const chosenQuery = { id: chosen ?? '' };
  const isId = chosen !== null && UUID.test(chosen);
  const project = useQuery({
    ...trpc.projects.get.queryOptions(chosenQuery),
    enabled: isProject && isId,
    retry: false,
  });
  const task = useQuery({
    ...trpc.projectTasks.get.queryOptions(chosenQuery),
    enabled: !isProject && isId,
    retry: false,
  });
  const current: Option | null =
    chosen === null ? null : { value: chosen, label: (isProject ? project.data?.name : task.data?.title) ?? chosen };
  // The name of the chosen one stands in the field and is no search.
  const [sought] = useDebouncedValue(search === current?.label ? '' : search.trim(), SETTLE_MS);
  const filter = { limit: 20, ...(sought === '' || UUID.test(sought) ? {} : { search: sought }) };
  const projects = useQuery({ ...trpc.projects.list.queryOptions(filter), enabled: isProject });
  const tasks = useQuery({
    ...trpc.projectTasks.list.queryOptions({ ...filter, ...(projectId === undefined ? {} : { projectId }) }),
    enabled: !isProject,
  });
  const found: Option[] = isProject
    ? (projects.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
    : (tasks.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const options = current === null || found.some(({ value }) => value === current.value) ? found : [current, ...found];
  return {
    options,
    isError: isProject ? projects.isError : tasks.isError,
    isGone: isId && (isProject ? project.isError : task.isError),
  };
}
