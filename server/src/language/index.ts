/**
 * The workflow language: what the web may import as values. It runs in the browser as it does on the server: no I/O, no clock.
 */
export type { Json, JsonObject } from '../kernel/json.ts';
export { type WorkflowDefinition, workflowDefinitionSchema } from './definition/definition.schema.ts';
export { DEFINITION_MAX_BYTES, DEFINITION_MAX_DEPTH, DEFINITION_MAX_STEPS } from './definition/definition-limits.ts';
export { checkDefinition, parseDefinition } from './definition/parse-definition.ts';
export { pipeIn, pipesOf, type Slot, slotsOfType } from './definition/slots.ts';
export type {
  CallWorkflowStep,
  ControlStep,
  ForEachStep,
  IfStep,
  NodeStep,
  Pipe,
  ReturnStep,
  Step,
  TryCatchStep,
} from './definition/step.schema.ts';
export {
  formatStepPath,
  parseStepPath,
  pipePathIn,
  ROOT_PIPE,
  type StepPath,
  stepAt,
  stepPathIn,
} from './definition/step-path.ts';
export type { Trigger } from './definition/trigger.schema.ts';
export type { Expression, Mapping, RetryPolicy, SecretReference } from './definition/values.schema.ts';
export { type WalkedStep, walkSteps } from './definition/walk-steps.ts';
export { type CompiledExpression, compileExpression } from './expressions/compile-expression.ts';
export { evaluateExpression } from './expressions/evaluate.ts';
export type { ValueType as ExpressionValueType } from './expressions/function-parameters.ts';
export { type ExpressionFunction, expressionFunctions, helperNames } from './expressions/function-table.ts';
export { expressionLimits } from './expressions/limits.ts';
export { type AdvanceResult, advance, initialState } from './interpreter/advance.ts';
export { compilePlan, type Plan } from './interpreter/compile-plan.ts';
export type { RunState } from './interpreter/run-state.ts';
export type { Command, Occurrence, StepRecord } from './interpreter/types.ts';
export { envelopeOf, isFinished, outstandingOf, type WaitSummary, waitSummary } from './interpreter/views.ts';
export { parseAssignPath, parseSaveAs } from './mapping/assign-path.ts';
export { configIssues, nodeTypeChecks, nodeTypes } from './nodes/catalogue.ts';
export type { NodeType } from './nodes/node-type.ts';
export type { ValidationContext } from './validation/context.ts';
export { type ValidationCode, ValidationCodes, type ValidationIssue } from './validation/issue.ts';
export { suggest } from './validation/suggest.ts';
export { type ValidationResult, validateDefinition } from './validation/validate-definition.ts';
