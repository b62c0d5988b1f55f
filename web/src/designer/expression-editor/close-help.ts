import { StateEffect } from '@codemirror/state';

/** Takes the help of a call away. */
export const closeHelp = StateEffect.define<null>();
