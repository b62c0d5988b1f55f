import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './history.module.css';
import { type DiffLine, jsonDiff } from './json-diff.ts';

const SHOWN_LINES = 10;

/** Lines that went and lines that came, with their sign; what is long is cut with a word about it. */
export function DiffView({ before, after }: { before: unknown; after: unknown }) {
  const { t } = useTranslation('data');
  const lines = jsonDiff(before, after);
  if (lines.length === 0) return <p className={classes.unchanged}>{t(($) => $.history.unchanged)}</p>;
  return (
    <div className={classes.diff}>
      {lines.slice(0, SHOWN_LINES).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished diff never move
        <Line key={index} line={line} />
      ))}
      {lines.length > SHOWN_LINES && (
        <p className={classes.cut}>{t(($) => $.history.cut, { count: lines.length - SHOWN_LINES })}</p>
      )}
    </div>
  );
}

function Line({ line: { sign, text } }: { line: DiffLine }) {
  const { t } = useTranslation('data');
  return (
    <code className={classes.line} data-sign={sign}>
      <span aria-hidden>{sign === '-' ? '−' : '+'}</span>
      <VisuallyHidden>{sign === '-' ? t(($) => $.history.removedLine) : t(($) => $.history.addedLine)}</VisuallyHidden>
      <span>{text.trim()}</span>
    </code>
  );
}
