import type { CreatePorts } from '../db/create-ports.ts';
import type { Config } from '../kernel/config.ts';
import { createLinksPort } from '../links/create-links-port.ts';
import { createProjectsPort } from '../records/create-projects-port.ts';
import { createStorePort } from '../store/create-store-port.ts';

/** The capabilities behind the ports of a step. */
export function portsFactory(config: Config): CreatePorts {
  const limits = { maxValueBytes: config.WORKFLOW_STORE_MAX_VALUE_BYTES };
  return (tx, writer) => ({
    store: createStorePort(tx, writer, limits),
    links: createLinksPort(tx, writer, limits),
    projects: createProjectsPort(tx, writer),
  });
}
