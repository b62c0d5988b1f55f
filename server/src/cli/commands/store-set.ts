import { type Command, integerOption, optionalText } from '../command.ts';
import { pathOf } from '../http-client.ts';
import { jsonOrFile } from '../read-json.ts';

export const storeSet: Command = {
  name: 'store set',
  summary: 'write a value into the data store',
  positionals: ['NAMESPACE', 'KEY', 'VALUE'],
  options: {
    type: {
      type: 'string',
      value: 'string|number|boolean|json',
      summary: 'what VALUE is; string takes it as it stands (default: json)',
    },
    ttl: { type: 'string', value: 'SECONDS', summary: 'forget it after so long' },
    'if-revision': {
      type: 'string',
      value: 'N',
      summary: 'only when this is the revision now; 0 = only when there is none',
    },
  },
  async run(input) {
    const { NAMESPACE = '', KEY = '', VALUE = '' } = input.positionals;
    const valueType = optionalText(input, 'type');
    const body = {
      value: valueType === 'string' ? VALUE : jsonOrFile('VALUE', VALUE),
      valueType,
      ttlSeconds: integerOption(input, 'ttl'),
      ifRevision: integerOption(input, 'if-revision'),
    };
    const path = pathOf`/workflow/store/${NAMESPACE}/${KEY}`;
    const answer = await input.http.json<{ revision: number; created: boolean }>({ method: 'PUT', path, body });
    return { json: answer, text: `revision ${answer.revision}` };
  },
};
