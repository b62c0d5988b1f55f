/** What the pipe draws: steps in order, blocks with branches. Keys are step paths. */
export interface PipeNode {
  key: string;
  branches: readonly PipeBranch[];
  /** Ends its pipe: nothing below it in the same branch is reached through it. */
  returns: boolean;
}

export interface PipeBranch {
  name: string;
  kind: 'plain' | 'loop' | 'error';
  nodes: readonly PipeNode[];
}

/** Where water stands at a step: not there, in it, or through it. */
export type Flow = 'dry' | 'here' | 'passed';

export interface Course {
  flow(key: string): Flow;
  /** Did the flow go into this branch? */
  taken(key: string, branch: string): boolean;
  /** The run went through the last step to the end. */
  ended: boolean;
}
