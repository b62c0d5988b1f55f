import type { Task } from './record-types.ts';

const over: readonly string[] = ['done', 'canceled', 'completed', 'closed'];

/** A day is over when the next one has begun where the reader is; work that is done is never late. */
export function isOverdue({ dueDate, status }: Pick<Task, 'dueDate' | 'status'>, now: Date): boolean {
  if (dueDate === null || over.includes(status)) return false;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dueDate)) return new Date(dueDate) < now;
  const end = new Date(`${dueDate}T00:00`);
  end.setDate(end.getDate() + 1);
  return end <= now;
}
