import { router } from '../trpc.ts';
import { current } from './current.ts';

export const sessionRouter = router({ current });
