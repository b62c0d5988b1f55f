import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import type { ProjectsPort } from '../registry/ports.ts';
import { createTask } from './project-tasks/create-task.ts';
import { findTask } from './project-tasks/find-task.ts';
import { searchTasks } from './project-tasks/search-tasks.ts';
import { updateTask } from './project-tasks/update-task.ts';
import { findProject } from './projects/find-project.ts';

/** Projects and tasks for the actions of a run, inside the transaction of its boundary. */
export function createProjectsPort(tx: Tx, writer: Writer): ProjectsPort {
  return {
    findProject: (input) => findProject(tx, input),
    findTask: (input) => findTask(tx, input),
    searchTasks: (input) => searchTasks(tx, input),
    createTask: (input) => createTask(tx, writer, input),
    updateTask: (input) => updateTask(tx, writer, input),
  };
}
