import type { Outputs } from '../../api/trpc.ts';
import { type DesignDocument, pathOf, type StepKey, walkPipe } from '../model/document.ts';
import type { DesignIssue } from '../store/issues.ts';

type Finding = Outputs['workflows']['validate']['errors'][number];

export interface Findings {
  errors: readonly Finding[];
  warnings: readonly Finding[];
}

/** What validation found, errors first, each at the part of the editor that shows its field. `document` is what was validated. */
export function toDesignIssues(document: DesignDocument, { errors, warnings }: Findings): DesignIssue[] {
  const found = [...errors, ...warnings];
  if (found.length === 0) return [];
  const keys = new Map<string, StepKey>();
  for (const key of walkPipe(document)) keys.set(pathOf(document, key), key);
  return found.map((finding) => ({
    severity: finding.severity,
    code: finding.code,
    params: finding.params as DesignIssue['params'],
    suggestion: finding.suggestion,
    at: placeOfFinding(finding, keys),
    pointer: fieldPointerOf(finding),
  }));
}

function placeOfFinding(finding: Finding, keys: ReadonlyMap<string, StepKey>): DesignIssue['at'] {
  const key = keys.get(finding.stepPath);
  if (key !== undefined) return { kind: 'step', key };
  // Findings of the trigger stand at `trigger`, or at the workflow with a pointer into it.
  const isTrigger = finding.stepPath === 'trigger' || /^\/(trigger|payloadSchemaRef)/.test(finding.pointer);
  return { kind: isTrigger ? 'trigger' : 'workflow' };
}

/** A missing input is found at all inputs together and named by its dotted path: its field is the place to go to. */
function fieldPointerOf({ code, pointer, params }: Finding): string {
  const { field } = params;
  if (code !== 'MISSING_REQUIRED_MAPPING' || typeof field !== 'string') return pointer;
  return `${pointer}/${field.split('.').join('/')}`;
}
