import type { Command, CommandOption } from './command.ts';

/** Every command in one list. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'penstock COMMAND [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'penstock COMMAND --help tells what a command takes. Exit codes: 0 ok, 1 refused or failed, 2 wrong usage.',
  ].join('\n');
}

export function commandHelp(command: Command, common: Readonly<Record<string, CommandOption>>): string {
  const own = Object.entries(command.options ?? {});
  const all = [...own, ...Object.entries(common)];
  const width = Math.max(...all.map(([name, option]) => label(name, option).length));
  const usage = [
    'penstock',
    command.name,
    ...(command.positionals ?? []),
    ...own.map(([name, option]) => usageOf(name, option)),
  ];
  return [
    `${usage.join(' ')} [options]`,
    '',
    command.summary,
    '',
    ...all.map(([name, option]) => `  ${label(name, option).padEnd(width)}  ${option.summary}`),
  ].join('\n');
}

function usageOf(name: string, option: CommandOption): string {
  return option.required === true ? label(name, option) : `[${label(name, option)}]`;
}

function label(name: string, option: CommandOption): string {
  if (option.type === 'boolean') return `--${name}`;
  return option.type === 'optional-string'
    ? `--${name}[=${option.value ?? 'VALUE'}]`
    : `--${name} ${option.value ?? 'VALUE'}`;
}
