/** A moment that was chosen from the calendar is stored as an expression that gives this one text. */
export function momentOf(expression: string): string | null {
  const quoted = /^\s*(["'])(\d{4}-\d{2}-\d{2}[^"'\\]*)\1\s*$/.exec(expression);
  const text = quoted?.[2];
  return text === undefined || Number.isNaN(Date.parse(text)) ? null : text;
}

export function momentExpression(instant: string): string {
  return JSON.stringify(instant);
}
