import type { Writer } from '../kernel/actor.ts';
import type { Ports } from '../registry/ports.ts';
import type { Tx } from './tx.ts';

/** Wires the capabilities behind the ports of a step; made by the composition root, so that the runtime knows none of them. */
export type CreatePorts = (tx: Tx, writer: Writer) => Ports;
