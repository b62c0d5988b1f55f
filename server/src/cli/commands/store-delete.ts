import type { Command } from '../command.ts';
import { pathOf } from '../http-client.ts';

export const storeDelete: Command = {
  name: 'store delete',
  summary: 'take a value out of the data store',
  positionals: ['NAMESPACE', 'KEY'],
  async run({ http, positionals: { NAMESPACE = '', KEY = '' } }) {
    const path = pathOf`/workflow/store/${NAMESPACE}/${KEY}`;
    const answer = await http.json<{ deleted: boolean }>({ method: 'DELETE', path });
    return { json: answer, text: answer.deleted ? 'deleted' : 'there was none' };
  },
};
