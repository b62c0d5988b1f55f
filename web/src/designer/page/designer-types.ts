import type { Outputs } from '../../api/trpc.ts';

export type DesignedWorkflow = Outputs['workflows']['get'];
