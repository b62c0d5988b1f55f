import { lazy, Suspense } from 'react';
import { BooleanControl, ChoiceControl } from './choice-control.tsx';
import type { ControlProps } from './control-props.ts';
import { JsonControl } from './json-control.tsx';
import { NumberControl, TextControl } from './text-control.tsx';

// The calendar is large and few values are dates.
const DateControl = lazy(async () => ({ default: (await import('./date-control.tsx')).DateControl }));

/** The control for one fixed value that is no group and no list. */
export function ValueControl(props: ControlProps) {
  switch (props.field.kind) {
    case 'text':
      return <TextControl {...props} />;
    case 'number':
      return <NumberControl {...props} />;
    case 'boolean':
      return <BooleanControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'date':
    case 'dateTime':
      return (
        <Suspense fallback={<TextControl {...props} isDisabled />}>
          <DateControl {...props} />
        </Suspense>
      );
    default:
      return <JsonControl {...props} />;
  }
}
