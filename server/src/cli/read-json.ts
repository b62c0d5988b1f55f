import { existsSync, readFileSync } from 'node:fs';
import type { Json } from '../kernel/json.ts';
import { CommandError, UsageError } from './command-error.ts';

/** The text of a file that was named. Errors: CommandError. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A JSON file. Errors: CommandError. */
export function readJsonFile(path: string): Json {
  try {
    return JSON.parse(readText(path)) as Json;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** JSON given in place, or the name of a file with it. Errors: UsageError when it is neither. */
export function jsonOrFile(option: string, given: string): Json {
  if (existsSync(given)) return readJsonFile(given);
  try {
    return JSON.parse(given) as Json;
  } catch {
    throw new UsageError(`${option} takes JSON or a file with it, and ${given} is neither`);
  }
}
