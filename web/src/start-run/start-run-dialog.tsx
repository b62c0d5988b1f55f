import { lazy, Suspense } from 'react';
import { loadTexts } from '../i18n/i18n.ts';
import type { StartRunProps } from './start-run-form.tsx';

// Forms are heavy, and most visits start nothing by hand.
const Form = lazy(async () => {
  const [module] = await Promise.all([import('./start-run-form.tsx'), loadTexts('forms', 'workflows')]);
  return { default: module.StartRunForm };
});

/** Starts the live version with an input that the author gives, and goes to the run. */
export function StartRunDialog(props: StartRunProps) {
  return (
    <Suspense fallback={null}>
      <Form {...props} />
    </Suspense>
  );
}
