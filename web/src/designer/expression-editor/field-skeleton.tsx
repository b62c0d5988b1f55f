import { Input } from '@mantine/core';
import classes from './code-field.module.css';

/** The place of a code field while its editor is on the way: the same height, so that nothing jumps. */
export function FieldSkeleton({ label, multiline }: { label: string | null; multiline: boolean }) {
  return (
    <div className={classes.field} aria-busy="true">
      {label !== null && <Input.Label labelElement="div">{label}</Input.Label>}
      <div className={classes.skeleton} data-multiline={multiline || undefined} />
    </div>
  );
}
