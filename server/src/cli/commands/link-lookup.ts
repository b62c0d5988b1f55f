import { type Command, optionalText, textOption } from '../command.ts';
import { pathOf } from '../http-client.ts';
import { listAll } from '../list-all.ts';
import { endsQuery } from '../record-ref.ts';
import { table } from '../table.ts';

interface Match {
  type?: string;
  id?: string;
  relation: string;
  linkId: string;
}

export const linkLookup: Command = {
  name: 'link lookup',
  summary: 'show what a record is linked with',
  positionals: ['NAMESPACE'],
  options: {
    from: { type: 'string', value: 'TYPE:ID', required: true, summary: 'the record' },
    direction: { type: 'string', value: 'forward|reverse|either', summary: 'which links of it (default: forward)' },
    relation: { type: 'string', summary: 'only links of this kind' },
  },
  async run(input) {
    const query = {
      ...endsQuery(textOption(input, 'from'), undefined),
      direction: optionalText(input, 'direction'),
      relation: optionalText(input, 'relation'),
    };
    const path = pathOf`/workflow/links/${input.positionals.NAMESPACE ?? ''}`;
    const items = await listAll<Match>(input.http, { path, query });
    const rows = items.map(({ type, id, relation, linkId }) => [`${type}:${id}`, relation, linkId]);
    return { json: { items }, text: table([['RECORD', 'RELATION', 'LINK'], ...rows]) };
  },
};
