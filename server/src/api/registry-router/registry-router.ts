import { router } from '../trpc.ts';
import { actions } from './actions.ts';
import { designerCatalog } from './designer-catalog.ts';
import { events } from './events.ts';
import { nodes } from './nodes.ts';
import { schema } from './schema.ts';

export const registryRouter = router({ nodes, actions, events, schema, designerCatalog });
