import { type Command, optionalText } from '../command.ts';
import { pathOf } from '../http-client.ts';
import { listAll } from '../list-all.ts';
import { table } from '../table.ts';

interface Entry {
  key: string;
  value: unknown;
  revision: number;
  expiresAt: string | null;
}

export const storeList: Command = {
  name: 'store list',
  summary: 'show the values of a namespace',
  positionals: ['NAMESPACE'],
  options: { prefix: { type: 'string', summary: 'only keys that start like this' } },
  async run(input) {
    const path = pathOf`/workflow/store/${input.positionals.NAMESPACE ?? ''}`;
    const items = await listAll<Entry>(input.http, { path, query: { prefix: optionalText(input, 'prefix') } });
    const rows = items.map(({ key, revision, expiresAt, value }) => [key, revision, expiresAt, JSON.stringify(value)]);
    return { json: { items }, text: table([['KEY', 'REVISION', 'EXPIRES', 'VALUE'], ...rows]) };
  },
};
