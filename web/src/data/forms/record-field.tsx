import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useMay } from '../../session/session.ts';
import type { RecordRef } from '../data-types.ts';
import forms from './forms.module.css';
import { RecordTypeField } from './label-fields.tsx';

const SETTLE_MS = 200;
const FOUND = 20;

export interface RecordProblems {
  type: string | null;
  id: string | null;
}

/** Which record: its kind, and its name where we know names of that kind, else its id. */
export function RecordField({
  value,
  onChange,
  collection,
  problems,
}: {
  value: RecordRef;
  onChange: (value: RecordRef) => void;
  collection: string;
  problems: RecordProblems;
}) {
  const { t } = useTranslation('data');
  const mayRead = useMay('project:read');
  const isNamed = mayRead && (value.type === 'project_task' || value.type === 'project');
  const id = (next: string) => onChange({ ...value, id: next });
  return (
    <div className={forms.two}>
      <RecordTypeField
        value={value.type}
        onChange={(type) => onChange({ type, id: '' })}
        collection={collection}
        error={problems.type}
      />
      {isNamed ? (
        <NamedRecord key={value.type} type={value.type} id={value.id} onChange={id} error={problems.id} />
      ) : (
        <TextInput
          label={t(($) => $.linkForm.id)}
          value={value.id}
          onChange={(event) => id(event.currentTarget.value)}
          maxLength={256}
          error={problems.id}
        />
      )}
    </div>
  );
}

function NamedRecord({
  type,
  id,
  onChange,
  error,
}: {
  type: string;
  id: string;
  onChange: (id: string) => void;
  error: string | null;
}) {
  const { t } = useTranslation('data');
  const [typed, setTyped] = useState('');
  const found = useFound(type, typed);
  // An id that is no name of ours may still be meant: it is offered as it is.
  const options = [
    ...new Map([...found, ...(id === '' ? [] : [idOption(id)])].reverse().map((each) => [each.value, each])).values(),
  ].reverse();
  const own = typed.trim();
  const data =
    found.length === 0 && own !== '' && !options.some((each) => each.label === typed)
      ? [...options, idOption(own)]
      : options;
  return (
    <Select
      label={t(($) => $.linkForm.record)}
      description={t(($) => $.linkForm.recordHelp)}
      value={id === '' ? null : id}
      data={data}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      // The list itself scrolls: a box around it would have to take the focus.
      withScrollArea={false}
      classNames={{ options: forms.options ?? '' }}
      nothingFoundMessage={t(($) => $.picker.none)}
      onChange={(next) => next !== null && onChange(next)}
      allowDeselect={false}
      error={error}
    />
  );
}

const idOption = (id: string) => ({ value: id, label: id });

function useFound(type: string, typed: string): { value: string; label: string }[] {
  const trpc = useTRPC();
  const [search] = useDebouncedValue(typed.trim(), SETTLE_MS);
  const input = { search: search === '' ? undefined : search, limit: FOUND };
  const isTask = type === 'project_task';
  const tasks = useQuery(
    trpc.projectTasks.list.queryOptions(input, { enabled: isTask, placeholderData: keepPreviousData }),
  );
  const projects = useQuery(
    trpc.projects.list.queryOptions(isTask ? { limit: 200 } : input, { placeholderData: keepPreviousData }),
  );
  const projectNames = new Map(projects.data?.items.map((project) => [project.id, project.name]));
  if (!isTask) return (projects.data?.items ?? []).map((project) => ({ value: project.id, label: project.name }));
  return (tasks.data?.items ?? []).map((task) => {
    const project = projectNames.get(task.projectId);
    return { value: task.id, label: project === undefined ? task.title : `${task.title} · ${project}` };
  });
}
