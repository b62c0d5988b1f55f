export interface JsonProblem {
  from: number;
  to: number;
  /** From 1. */
  line: number;
}

/** Where a text stops to be JSON; null = it is JSON, or empty. */
export function jsonProblem(text: string): JsonProblem | null {
  if (text.trim() === '') return null;
  try {
    JSON.parse(text);
    return null;
  } catch (thrown) {
    const at = Math.min(positionIn(String(thrown), text), text.length);
    const from = at === text.length ? Math.max(0, at - 1) : at;
    return { from, to: from + 1, line: text.slice(0, at).split('\n').length };
  }
}

/** Engines tell the place in words of their own; who does not tell it means the end. */
function positionIn(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line === undefined || column === undefined) return text.length;
  const before = text.split('\n').slice(0, Number(line) - 1);
  return before.reduce((length, one) => length + one.length + 1, 0) + Number(column) - 1;
}
