import type { Command } from '../command.ts';
import { pathOf } from '../http-client.ts';

export const storeGet: Command = {
  name: 'store get',
  summary: 'show a value of the data store',
  positionals: ['NAMESPACE', 'KEY'],
  async run({ http, positionals: { NAMESPACE = '', KEY = '' } }) {
    const entry = await http.json<{ value: unknown }>({
      method: 'GET',
      path: pathOf`/workflow/store/${NAMESPACE}/${KEY}`,
    });
    return { json: entry, text: JSON.stringify(entry.value, null, 2) };
  },
};
