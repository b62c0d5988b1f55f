import type { Json } from '@penstock/server/language';
import { createContext, type ReactNode, use, useMemo, useRef } from 'react';
import { isSameJson } from '../../model/same-json.ts';
import { emptyScope, type Scope } from '../../scope/scope.ts';
import { useScope } from '../../scope/use-scope.ts';
import { useStepKey } from '../step-context.ts';

const ScopeContext = createContext<Scope>(emptyScope);

/**
 * What the step's expressions can read. It is worked out once for all fields, and stays the same object while it is the same, so that
 * typing into one field does not draw the others again.
 */
export function StepScope({ children }: { children: ReactNode }) {
  const scope = useScope(useStepKey());
  return <ScopeContext value={useSame(scope)}>{children}</ScopeContext>;
}

export function useFieldScope(): Scope {
  return use(ScopeContext);
}

/** Fields that read more than the others, such as what came back from a called workflow. */
export function WiderScope({ widen, children }: { widen: (scope: Scope) => Scope; children: ReactNode }) {
  const scope = use(ScopeContext);
  const wider = useMemo(() => widen(scope), [widen, scope]);
  return <ScopeContext value={wider}>{children}</ScopeContext>;
}

function useSame(scope: Scope): Scope {
  const last = useRef(scope);
  if (!isSameJson(last.current as unknown as Json, scope as unknown as Json)) last.current = scope;
  return last.current;
}
