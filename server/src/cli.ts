import { commands } from './cli/commands.ts';
import { runCommandLine } from './cli/run-command.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), commands, process.env, {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
