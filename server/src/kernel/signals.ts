/**
 * A hint that something changed, after it committed. Lost signals cost time, never correctness: everything that listens also polls.
 * run: state or steps of a run · work: a tenant has claimable runs · outbox: events that wait for the dispatcher · event: a new or dispatched event · store, links, records, workflows: lists changed.
 */
export type SignalKind = 'run' | 'work' | 'outbox' | 'event' | 'store' | 'links' | 'records' | 'workflows';

export interface Signal {
  kind: SignalKind;
  tenant: string;
  /** Run id, event id … ; '' where the kind alone says it. */
  id: string;
}

export interface Signals {
  /** Reaches listeners of this process at once and those of other processes within about 50 ms. */
  publish(signal: Signal): void;
  subscribe(listener: (signal: Signal) => void): () => void;
}
