import { type Command, optionalText } from '../command.ts';
import { UsageError } from '../command-error.ts';
import { pathOf } from '../http-client.ts';

export const storeIncrement: Command = {
  name: 'store increment',
  summary: 'add to a number of the data store',
  positionals: ['NAMESPACE', 'KEY'],
  options: {
    by: { type: 'string', value: 'N', summary: 'how much; --by=-1 takes away (default: 1)' },
    initial: { type: 'string', value: 'N', summary: 'where a new number starts (default: 0)' },
  },
  async run(input) {
    const { NAMESPACE = '', KEY = '' } = input.positionals;
    const body = {
      by: numberOf('--by', optionalText(input, 'by')),
      initial: numberOf('--initial', optionalText(input, 'initial')),
    };
    const path = pathOf`/workflow/store/${NAMESPACE}/${KEY}/increment`;
    const answer = await input.http.json<{ value: number; revision: number }>({ method: 'POST', path, body });
    return { json: answer, text: String(answer.value) };
  },
};

function numberOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new UsageError(`${option} takes a number, not ${text}`);
  return value;
}
