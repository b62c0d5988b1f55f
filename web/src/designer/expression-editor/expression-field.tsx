import { lazy, Suspense } from 'react';
import type { ExpressionFieldProps } from './field-props.ts';
import { FieldSkeleton } from './field-skeleton.tsx';

// The editor is a third of a first load: it comes when somebody has an expression before them.
const ExpressionEditor = lazy(() => import('./expression-editor.tsx'));

/** An expression: coloured, completed from the scope, checked while it is written. */
export function ExpressionField(props: ExpressionFieldProps) {
  const multiline = props.multiline === true || props.value.includes('\n');
  return (
    <Suspense fallback={<FieldSkeleton label={props.hideLabel === true ? null : props.label} multiline={multiline} />}>
      <ExpressionEditor {...props} />
    </Suspense>
  );
}
