import { parseArgs } from 'node:util';
import { StartError } from '../db/start-error.ts';
import { ConfigError } from '../kernel/config.ts';
import { isAppError } from '../kernel/errors.ts';
import { type Command, type CommandInput, type CommandOption, parseOptions } from './command.ts';
import { CommandError, UsageError } from './command-error.ts';
import { commandHelp, overview } from './help.ts';
import { createHttpClient } from './http-client.ts';

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

const common: Record<string, CommandOption> = {
  json: { type: 'boolean', summary: 'print the answer as one line of JSON' },
  'base-url': { type: 'string', value: 'URL', summary: 'server to talk to (PENSTOCK_URL, http://127.0.0.1:4300)' },
  'api-key': { type: 'string', value: 'KEY', summary: 'key to talk with (PENSTOCK_API_KEY)' },
  help: { type: 'boolean', summary: 'show this' },
};

/** Runs one command line and answers its exit code: 0 ok, 1 refused or failed, 2 wrong usage. */
export async function runCommandLine(
  args: readonly string[],
  commands: readonly Command[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  const command = findCommand(args, commands);
  if (command === undefined) return showOverview(args, commands, terminal);
  try {
    const parsed = parse(args.slice(command.name.split(' ').length), command);
    if (parsed.options.help === true) {
      terminal.out(commandHelp(command, common));
      return 0;
    }
    const result = await command.run(inputOf(command, parsed, environment));
    const text = parsed.options.json === true ? JSON.stringify(result.json) : result.text;
    if (text !== '') terminal.out(text);
    return result.exitCode ?? 0;
  } catch (error) {
    return report(error, command, terminal);
  }
}

function findCommand(args: readonly string[], commands: readonly Command[]): Command | undefined {
  return commands.find((command) => command.name.split(' ').every((word, index) => args[index] === word));
}

function showOverview(args: readonly string[], commands: readonly Command[], terminal: Terminal): number {
  const isAsked = args.length === 0 || args.includes('--help') || args[0] === 'help';
  if (isAsked) {
    terminal.out(overview(commands));
    return 0;
  }
  terminal.error(
    `There is no command "${args
      .filter((arg) => !arg.startsWith('-'))
      .slice(0, 2)
      .join(' ')}".\n\n${overview(commands)}`,
  );
  return 2;
}

interface Parsed {
  options: Record<string, string | boolean | undefined>;
  positionals: string[];
}

function parse(args: readonly string[], command: Command): Parsed {
  const known = { ...common, ...command.options };
  try {
    // An option whose value may be left out: parseArgs takes a value always, so it is given an empty one.
    const complete = args.map((arg) => (known[arg.slice(2)]?.type === 'optional-string' ? `${arg}=` : arg));
    const { values, positionals, tokens } = parseArgs({
      args: complete,
      options: parseOptions(known),
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const options = values as Parsed['options'];
    const given = Map.groupBy(
      tokens.filter((token) => token.kind === 'option'),
      (token) => token.name,
    );
    for (const [name, times] of given) {
      if (times.length === 1) continue;
      if (known[name]?.repeats !== true) throw new UsageError(`--${name} is there ${times.length} times`);
      options[name] = times.map((token) => token.value).join(',');
    }
    return { options, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function inputOf(
  command: Command,
  { options, positionals }: Parsed,
  environment: CommandInput['environment'],
): CommandInput {
  const wanted = command.positionals ?? [];
  if (positionals.length > wanted.length) throw new UsageError(`What is ${positionals[wanted.length]}?`);
  const missing = wanted[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing`);
  for (const [name, option] of Object.entries(command.options ?? {})) {
    if (option.required === true && options[name] === undefined) throw new UsageError(`--${name} is missing`);
  }
  const baseUrl = text(options['base-url']) ?? text(environment.PENSTOCK_URL) ?? 'http://127.0.0.1:4300';
  if (!URL.canParse(baseUrl)) throw new UsageError(`--base-url takes a URL, not ${baseUrl}`);
  return {
    options,
    positionals: Object.fromEntries(wanted.map((name, index) => [name, positionals[index] ?? ''])),
    http: createHttpClient({ baseUrl, apiKey: text(options['api-key']) ?? text(environment.PENSTOCK_API_KEY) }),
    environment,
  };
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function report(error: unknown, command: Command, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.error(`${error.message}\n\n${commandHelp(command, common)}`);
    return 2;
  }
  const isForPeople =
    error instanceof CommandError || error instanceof StartError || error instanceof ConfigError || isAppError(error);
  if (!isForPeople) terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  else terminal.error(error.message);
  return 1;
}
