import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepName } from '../../steps/use-step-name.ts';
import type { DesignDocument, StepKey } from '../model/document.ts';
import { useEditorState } from '../store/editor-context.ts';
import { formatPath, type Path } from './paths.ts';
import type { Doubt, ScopeKind, Variable } from './scope.ts';
import { objectOf } from './step-writes.ts';

export interface SourceWords {
  step(key: StepKey): string;
  kind(kind: ScopeKind): string;
  /** The first part of a chip: `Trigger`, `Create task`, `Loop`. */
  source(variable: Variable): string;
  /** The second part: the place below the source. '' = the source as a whole. */
  place(variable: Variable, rest: Path): string;
  whose(variable: Variable): string;
  doubt(doubt: Doubt): string;
}

/** Values in the author's words. */
export function useSourceWords(): SourceWords {
  const { t } = useTranslation('expressions');
  const steps = useEditorState((state) => state.document.steps);
  const hasEvent = useEditorState((state) => state.document.head.trigger !== undefined);
  const stepName = useStepName();
  const step = useCallback((key: StepKey) => nameOf(steps, key, stepName), [steps, stepName]);
  return useMemo(() => {
    const kind = (one: ScopeKind) =>
      one === 'payload' && !hasEvent ? t(($) => $.sources.startData) : t(($) => $.sources[one]);
    return {
      step,
      kind,
      source: ({ kind: one, madeBy }) => (one === 'steps' && madeBy !== null ? step(madeBy) : kind(one)),
      place: (variable, rest) => formatPath([...ownPart(variable), ...rest]),
      whose: ({ kind: one, madeBy }) => t(($) => $.whose[one], { step: madeBy === null ? '' : step(madeBy) }),
      doubt: ({ when, step: key }) => t(($) => $.doubts[when], { step: step(key) }),
    };
  }, [t, hasEvent, step]);
}

/** What a path names besides its source: nothing of an output, the name of what a step assigned. */
function ownPart({ kind, path }: Variable): Path {
  if (kind === 'payload' || kind === 'error') return path.slice(1);
  return kind === 'loop' ? path : path.slice(1);
}

function nameOf(steps: DesignDocument['steps'], key: StepKey, stepName: ReturnType<typeof useStepName>): string {
  const body = steps[key];
  if (body === undefined) return key;
  const { actionId } = objectOf(body.config);
  const name = body.name === undefined || body.name === '' ? null : body.name;
  return stepName({ name, actionId: typeof actionId === 'string' ? actionId : null, type: body.type });
}
