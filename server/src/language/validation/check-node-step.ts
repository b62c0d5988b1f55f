import type { InputIssue } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { NodeStep } from '../definition/step.schema.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import type { ValidationContext } from './context.ts';
import { type IssuePlace, issueAt, type ValidationCode, type ValidationIssue } from './issue.ts';
import { suggest } from './suggest.ts';

/** What a node type tells validation about itself. */
export interface NodeTypeChecks {
  id: string;
  /** false = defined, but the runtime cannot run it yet. */
  isSupported: boolean;
  /** Problems of the config's form; paths are JSON pointers into the config. */
  checkConfig(config: Json): InputIssue[];
  /** Code of such a problem; absent = INVALID_CONFIG. */
  configCode?: ((pointer: string) => ValidationCode) | undefined;
  /** What only the node type knows of its steps; asked when the config has the right form. */
  validate?: ((step: WalkedStep, context: ValidationContext) => ValidationIssue[]) | undefined;
}

/** Type, config, and what the type itself finds wrong. */
export function checkNodeStep(
  walked: WalkedStep,
  nodeTypes: ReadonlyMap<string, NodeTypeChecks>,
  context: ValidationContext,
): ValidationIssue[] {
  const { step, path } = walked;
  const at = (pointer: string): IssuePlace => ({ stepPath: path, stepId: step.id, pointer });
  const node = nodeTypes.get(step.type);
  if (node === undefined) {
    return [issueAt(at('/type'), 'UNKNOWN_NODE_TYPE', { type: step.type }, suggest(step.type, nodeTypes.keys()))];
  }
  if (!node.isSupported) return [issueAt(at('/type'), 'NODE_TYPE_UNSUPPORTED', { type: step.type })];
  const formIssues = node.checkConfig((step as NodeStep).config ?? {}).map((issue) => {
    const code = node.configCode?.(issue.path) ?? 'INVALID_CONFIG';
    return issueAt(at(`/config${issue.path}`), code, { issue: issue.code, message: issue.message });
  });
  return formIssues.length > 0 ? formIssues : (node.validate?.(walked, context) ?? []);
}
