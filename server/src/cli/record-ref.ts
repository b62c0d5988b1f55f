import { UsageError } from './command-error.ts';

export interface RecordRef {
  type: string;
  id: string;
}

/** `project_task:42`; what stands after the first colon is the id, whatever it holds. */
export function recordRef(option: string, text: string): RecordRef {
  const at = text.indexOf(':');
  if (at <= 0 || at === text.length - 1) throw new UsageError(`${option} takes TYPE:ID, not ${text}`);
  return { type: text.slice(0, at), id: text.slice(at + 1) };
}

/** The ends of a link as query parameters; an end that was not given is left out. */
export function endsQuery(from: string | undefined, to: string | undefined): Record<string, string | undefined> {
  const fromRef = from === undefined ? undefined : recordRef('--from', from);
  const toRef = to === undefined ? undefined : recordRef('--to', to);
  return { fromType: fromRef?.type, fromId: fromRef?.id, toType: toRef?.type, toId: toRef?.id };
}
