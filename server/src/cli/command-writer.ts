import { noCausation, type Writer } from '../kernel/actor.ts';

/** What a command on the database writes as: somebody at the machine, who has no account. */
export const commandWriter: Writer = { actor: { id: 'cli', type: 'system' }, source: 'cli', causation: noCausation };
