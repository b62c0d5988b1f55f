import type { JsonObject } from '@penstock/server/language';
import { useQuery } from '@tanstack/react-query';
import { useTRPCClient } from '../api/trpc.ts';

export interface Contract {
  schema: JsonObject;
  /** Of an event with this payload, where there is one. */
  example: JsonObject | null;
}

/** What the live version takes, as it was frozen when it was published. */
export function useContract({ workflowId, publishedVersion }: { workflowId: string; publishedVersion: number | null }) {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ['start-run', workflowId, publishedVersion],
    queryFn: async (): Promise<Contract> => {
      const [live, events] = await Promise.all([
        client.workflows.get.query({ workflowId, version: publishedVersion ?? 'draft' }),
        client.registry.events.query(),
      ]);
      const ref = live.definition.payloadSchemaRef;
      const event = events.items.find((each) => each.payloadSchemaRef === ref);
      const schema = live.published?.payloadSchemaJson ?? event?.payloadSchema ?? {};
      return { schema: schema as JsonObject, example: isObject(event?.example) ? event.example : null };
    },
  });
}

/** false = an object without members: there is nothing to fill in. */
export function hasMembers(schema: JsonObject): boolean {
  const { properties } = schema;
  if (schema.additionalProperties !== false) return true;
  return isObject(properties) && Object.keys(properties).length > 0;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
