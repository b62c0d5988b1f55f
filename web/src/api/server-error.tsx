import { apiErrorOf } from './api-error.ts';
import { useErrorText } from './use-error-text.ts';
import { ErrorPanel } from '../ui/states.tsx';

/** An error of the server where it happened: its text, and what helps support closed below. */
export function ServerError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const errors = useErrorText();
  const known = apiErrorOf(error);
  const details = [known.code, known.message, known.requestId].filter((part) => part !== null && part !== '').join('\n');
  return <ErrorPanel text={errors.ofError(known)} details={details} onRetry={onRetry} />;
}
