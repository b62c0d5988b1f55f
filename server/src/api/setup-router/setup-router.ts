import { router } from '../trpc.ts';
import { createOwner } from './create-owner.ts';
import { status } from './status.ts';

export const setupRouter = router({ status, createOwner });
