import { type Command, optionalText } from '../command.ts';
import { jsonOrFile } from '../read-json.ts';

interface SendAnswer {
  status: string;
  eventId: string;
  startedRuns: string[];
  dispatches: { workflowKey: string; outcome: string; reason?: string; runId?: string }[];
}

export const eventSend: Command = {
  name: 'event send',
  summary: 'send an event, which starts and resumes runs',
  positionals: ['NAME'],
  options: {
    payload: { type: 'string', value: 'FILE|JSON', summary: 'what happened (default: {})' },
    'correlation-key': { type: 'string', value: 'KEY', summary: 'names the waits that it is meant for' },
    'event-id': { type: 'string', value: 'ID', summary: 'sent again with the same id it counts once' },
  },
  async run(input) {
    const given = optionalText(input, 'payload');
    const body = {
      eventName: input.positionals.NAME,
      payload: given === undefined ? {} : jsonOrFile('--payload', given),
      correlationKey: optionalText(input, 'correlation-key'),
      eventId: optionalText(input, 'event-id'),
    };
    const answer = await input.http.json<SendAnswer>({ method: 'POST', path: '/workflow/events', body });
    const lines = answer.dispatches.map(({ workflowKey, outcome, reason, runId }) =>
      ['  ', workflowKey, outcome, reason ?? '', runId ?? ''].filter((part) => part !== '').join(' '),
    );
    return { json: answer, text: [`${answer.eventId} ${answer.status}`, ...lines].join('\n') };
  },
};
