import { type ActionEntry, useCatalog } from '../../store/catalog.ts';
import { useStepValue } from '../fields/use-step-value.ts';

interface StepAction {
  /** null = the step calls none. */
  readonly actionId: string | null;
  readonly version: number | null;
  /** undefined = not installed. */
  readonly action: ActionEntry | undefined;
  /** Actions of its group, itself among them. */
  readonly siblings: readonly ActionEntry[];
}

/** The action that the step calls. */
export function useStepAction(): StepAction {
  const catalog = useCatalog();
  const { value: id } = useStepValue('/config/actionId');
  const { value: version } = useStepValue('/config/version');
  const actionId = typeof id === 'string' ? id : null;
  const known = actionId === null ? undefined : catalog.actions.get(actionId);
  const action = known?.version === version ? known : undefined;
  const siblings = catalog.groups.find((group) => group.group === known?.group)?.actions ?? [];
  return { actionId, version: typeof version === 'number' ? version : null, action, siblings };
}
