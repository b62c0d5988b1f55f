import { Link } from '@tanstack/react-router';
import type { StepInfo } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import links from '../../ui/text-link.module.css';

/** Selects a step and leaves the rest of the page as it is. */
export function StepLink({
  step,
  at = '',
  className,
  children,
}: {
  step: Pick<StepInfo, 'path' | 'name' | 'actionId' | 'type'>;
  at?: string;
  className?: string | undefined;
  children?: React.ReactNode;
}) {
  const nameOf = useStepName();
  return (
    <Link
      from="/runs/$runId"
      to="."
      search={(before) => ({ ...before, step: step.path, at: at === '' ? undefined : at })}
      replace
      className={className ?? links.link}
    >
      {children ?? nameOf(step)}
    </Link>
  );
}
