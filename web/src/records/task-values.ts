import type { Task } from './record-types.ts';

/** What the form of a task holds: texts, empty where there is nothing. */
export interface TaskValues {
  title: string;
  description: string;
  dueDate: string;
  status: string;
}

export function valuesOf(task: Task | null): TaskValues {
  return {
    title: task?.title ?? '',
    description: task?.description ?? '',
    dueDate: (task?.dueDate ?? '').slice(0, 10),
    status: task?.status ?? 'open',
  };
}

/** What is sent to the server. */
export function fieldsOf(values: TaskValues, before: Task | null) {
  // A due time that came from elsewhere stays as long as its day is not changed.
  const dayKept = before?.dueDate?.slice(0, 10) === values.dueDate;
  return {
    title: values.title.trim(),
    description: values.description.trim() === '' ? null : values.description,
    dueDate: values.dueDate === '' ? null : dayKept ? (before?.dueDate ?? null) : values.dueDate,
    status: values.status.trim(),
  };
}
