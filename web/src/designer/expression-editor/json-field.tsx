import { lazy, Suspense } from 'react';
import type { CodeFieldProps } from './field-props.ts';
import { FieldSkeleton } from './field-skeleton.tsx';

const JsonEditor = lazy(() => import('./json-editor.tsx'));

/** JSON as text. What cannot be read is told at its line; `value` and `onChange` carry the text as it stands. */
export function JsonField(props: CodeFieldProps) {
  return (
    <Suspense fallback={<FieldSkeleton label={props.hideLabel === true ? null : props.label} multiline />}>
      <JsonEditor {...props} />
    </Suspense>
  );
}
