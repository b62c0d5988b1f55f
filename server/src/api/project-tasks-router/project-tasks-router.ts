import { router } from '../trpc.ts';
import { create } from './create.ts';
import { deleteOne } from './delete.ts';
import { get } from './get.ts';
import { history } from './history.ts';
import { list } from './list.ts';
import { update } from './update.ts';

export const projectTasksRouter = router({ list, get, history, create, update, delete: deleteOne });
