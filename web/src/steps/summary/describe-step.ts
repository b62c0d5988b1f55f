import { actionSentences } from './action-sentences.ts';
import { isJsonObject } from './json-object.ts';
import { nodeSentences } from './node-sentences.ts';
import type { Missing, Sentence } from './sentence.ts';
import { stepReader, type Words } from './step-reader.ts';

/** A step of a definition, with its pipes or without; stored ones may hold anything. */
export type DescribedStep = object;

/** What a step does, or what it still needs; null = nobody has written a sentence for it. */
export function describeStep(step: DescribedStep, words: Words): Sentence | Missing | null {
  const { type, config } = step as { type?: unknown; config?: unknown };
  const actionId = isJsonObject(config) ? config.actionId : undefined;
  if (typeof actionId === 'string' && isJsonObject(config)) {
    return actionSentences[actionId]?.(stepReader(config.inputMapping, words)) ?? null;
  }
  return (typeof type === 'string' && nodeSentences[type]?.(stepReader(step, words))) || null;
}
