import { type Command, optionalText } from '../command.ts';
import { pathOf } from '../http-client.ts';
import { listAll } from '../list-all.ts';
import { table } from '../table.ts';

interface Link {
  linkId: string;
  from: { type: string; id: string };
  to: { type: string; id: string };
  relation: string;
}

export const linkList: Command = {
  name: 'link list',
  summary: 'show the links of a namespace',
  positionals: ['NAMESPACE'],
  options: { relation: { type: 'string', summary: 'only links of this kind' } },
  async run(input) {
    const path = pathOf`/workflow/links/${input.positionals.NAMESPACE ?? ''}`;
    const items = await listAll<Link>(input.http, { path, query: { relation: optionalText(input, 'relation') } });
    const rows = items.map(({ from, to, relation, linkId }) => [
      `${from.type}:${from.id}`,
      `${to.type}:${to.id}`,
      relation,
      linkId,
    ]);
    return { json: { items }, text: table([['FROM', 'TO', 'RELATION', 'LINK'], ...rows]) };
  },
};
