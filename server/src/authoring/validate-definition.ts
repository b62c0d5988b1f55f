import type { WorkflowDefinition } from '../language/definition/definition.schema.ts';
import type { Registry } from '../registry/registry.ts';

/** One finding about a definition. */
export interface ValidationIssue {
  severity: 'error' | 'warning';
  stepPath: string;
  stepId?: string;
  code: string;
  message: string;
  suggestion?: string;
}

export interface ValidationReport {
  status: 'valid' | 'warning' | 'error';
  errors: ValidationIssue[];
  warnings: ValidationIssue[];
}

/** What publishing would say about a definition, against what this installation knows. */
export function validateAgainstRegistry(_registry: Registry, _definition: WorkflowDefinition): ValidationReport {
  return reportOf([]);
}

export function reportOf(issues: ValidationIssue[]): ValidationReport {
  const errors = issues.filter((issue) => issue.severity === 'error');
  const warnings = issues.filter((issue) => issue.severity === 'warning');
  const status = errors.length > 0 ? 'error' : warnings.length > 0 ? 'warning' : 'valid';
  return { status, errors, warnings };
}
