import { type Command, optionalText } from '../command.ts';
import { UsageError } from '../command-error.ts';
import { pathOf } from '../http-client.ts';
import { endsQuery } from '../record-ref.ts';

export const linkDelete: Command = {
  name: 'link delete',
  summary: 'take links away',
  positionals: ['NAMESPACE'],
  options: {
    from: { type: 'string', value: 'TYPE:ID', summary: 'links that start here' },
    to: { type: 'string', value: 'TYPE:ID', summary: 'links that end here' },
    relation: { type: 'string', summary: 'only links of this kind' },
  },
  async run(input) {
    const from = optionalText(input, 'from');
    const to = optionalText(input, 'to');
    if (from === undefined && to === undefined) throw new UsageError('--from or --to is missing');
    const path = pathOf`/workflow/links/${input.positionals.NAMESPACE ?? ''}`;
    const query = { ...endsQuery(from, to), relation: optionalText(input, 'relation') };
    const answer = await input.http.json<{ deletedCount: number }>({ method: 'DELETE', path, query });
    return { json: answer, text: `${answer.deletedCount} deleted` };
  },
};
