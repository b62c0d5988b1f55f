import { appError, isAppError } from '../../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { escapePointer } from '../definition/serializable.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import { parseAssignPath, parseSaveAs } from '../mapping/assign-path.ts';
import { type IssuePlace, issueAt, type ValidationIssue } from './issue.ts';

/** Every place of a step that names where a value goes: `assign`, `outputMapping`, `itemVar`, `saveAs`, `captureErrorAs`. */
export function checkAssignPaths({ step, path }: WalkedStep): ValidationIssue[] {
  const at = (pointer: string): IssuePlace => ({ stepPath: path, stepId: step.id, pointer });
  const fields = step as unknown as JsonObject;
  const config = isJsonObject(fields.config) ? (fields.config as JsonObject) : {};
  return [
    ...pathsOf(config.assign).map((name) => check(name, parseAssignPath, at(`/config/assign/${escapePointer(name)}`))),
    ...pathsOf(fields.outputMapping).map((name) =>
      check(name, parseAssignPath, at(`/outputMapping/${escapePointer(name)}`)),
    ),
    ...(typeof fields.itemVar === 'string' ? [check(fields.itemVar, parseItemVar, at('/itemVar'))] : []),
    ...(typeof config.saveAs === 'string' ? [check(config.saveAs, parseSaveAs, at('/config/saveAs'))] : []),
    ...(typeof fields.captureErrorAs === 'string'
      ? [check(fields.captureErrorAs, parseSaveAs, at('/captureErrorAs'))]
      : []),
  ].filter((issue) => issue !== null);
}

/** A loop's name is one member of vars. */
function parseItemVar(name: string): void {
  parseAssignPath(`vars.${name}`);
  if (/[./]/.test(name)) throw appError('ASSIGN_PATH_INVALID', { path: name, reason: 'it is one name' });
}

function pathsOf(assignments: Json | undefined): string[] {
  return isJsonObject(assignments) ? Object.keys(assignments) : [];
}

function check(text: string, parse: (text: string) => unknown, place: IssuePlace): ValidationIssue | null {
  try {
    parse(text);
    return null;
  } catch (error) {
    if (!isAppError(error, 'ASSIGN_PATH_INVALID')) throw error;
    return issueAt(place, 'INVALID_ASSIGN_PATH', { path: text, reason: error.details.reason });
  }
}
