import { router } from '../trpc.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { send } from './send.ts';
import { sendMany } from './send-many.ts';
import { summary } from './summary.ts';

export const eventsRouter = router({ send, sendMany, list, get, summary });
