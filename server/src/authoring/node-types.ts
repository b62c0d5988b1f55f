import { nodeTypeChecks } from '../language/nodes/catalogue.ts';

/** What validation asks of the language's node types. */
export const nodeTypes = nodeTypeChecks;
