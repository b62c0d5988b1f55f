import type { ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './command-error.ts';
import type { HttpClient } from './http-client.ts';

/** What a command was given, checked by the frame: option values by name, positional values by name. */
export interface CommandInput {
  options: Readonly<Record<string, string | boolean | undefined>>;
  positionals: Readonly<Record<string, string>>;
  http: HttpClient;
  environment: Record<string, string | undefined>;
}

export interface CommandResult {
  /** Printed with --json, one line. */
  json: unknown;
  /** Printed otherwise; '' prints nothing. */
  text: string;
  /** 1 where the command did its work and the news are bad, like a run that failed. */
  exitCode?: 0 | 1;
}

/** One command: one file under commands/. */
export interface Command {
  /** `user create` */
  name: string;
  summary: string;
  /** Names of what stands after the command, in order, all needed. */
  positionals?: readonly string[];
  /** Each option and what it takes: for parsing and for the help text. */
  options?: Readonly<Record<string, CommandOption>>;
  run(input: CommandInput): Promise<CommandResult>;
}

export interface CommandOption {
  type: 'string' | 'boolean' | 'optional-string';
  /** It may be given more than once; the values are put together with commas. */
  repeats?: boolean;
  /** Left out of the call it is a usage error. */
  required?: boolean;
  /** Shown in the help: `ROLE`. */
  value?: string;
  summary: string;
}

/** For node:util parseArgs. `--force` and `--force=recreate` are both taken where an option is an optional-string. */
export function parseOptions(options: Readonly<Record<string, CommandOption>>): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      { type: option.type === 'boolean' ? 'boolean' : 'string' } as const,
    ]),
  );
}

/** The text of an option that the frame made sure of. */
export function textOption(input: CommandInput, name: string): string {
  const value = input.options[name];
  if (typeof value !== 'string') throw new UsageError(`--${name} takes a value`);
  return value;
}

export function optionalText(input: CommandInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}

export function integerOption(input: CommandInput, name: string): number | undefined {
  const text = optionalText(input, name);
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) throw new UsageError(`--${name} takes a whole number, not ${text}`);
  return Number(text);
}
