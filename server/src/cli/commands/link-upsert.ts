import { type Command, optionalText, textOption } from '../command.ts';
import { pathOf } from '../http-client.ts';
import { jsonOrFile } from '../read-json.ts';
import { recordRef } from '../record-ref.ts';

export const linkUpsert: Command = {
  name: 'link upsert',
  summary: 'link two records, or change what their link says',
  positionals: ['NAMESPACE'],
  options: {
    from: { type: 'string', value: 'TYPE:ID', required: true, summary: 'one record' },
    to: { type: 'string', value: 'TYPE:ID', required: true, summary: 'the other record' },
    relation: { type: 'string', summary: 'what kind of link (default: related)' },
    attributes: { type: 'string', value: 'FILE|JSON', summary: 'what the link says' },
  },
  async run(input) {
    const attributes = optionalText(input, 'attributes');
    const body = {
      from: recordRef('--from', textOption(input, 'from')),
      to: recordRef('--to', textOption(input, 'to')),
      relation: optionalText(input, 'relation'),
      attributes: attributes === undefined ? undefined : jsonOrFile('--attributes', attributes),
    };
    const path = pathOf`/workflow/links/${input.positionals.NAMESPACE ?? ''}`;
    const answer = await input.http.json<{ linkId: string; created: boolean }>({ method: 'POST', path, body });
    return { json: answer, text: `${answer.linkId} ${answer.created ? 'created' : 'changed'}` };
  },
};
