import { isJsonObject } from './json-object.ts';
import { type Missing, type Part, type Sentence, say } from './sentence.ts';
import { object, partOf, type StepReader } from './step-reader.ts';

type Describe = (step: StepReader) => Sentence | Missing;

/** What a step of each type does, in words. A call of an action is described by its action. */
export const nodeSentences: Readonly<Record<string, Describe>> = {
  'control.if': (step) => say('if', { condition: step.must('condition', 'condition') }),
  'control.forEach': forEach,
  'control.tryCatch'(step) {
    const name = step.part('captureErrorAs');
    return name === null ? say('tryCatch') : say('tryCatchKept', { name: asCode(name) });
  },
  'control.callWorkflow'(step) {
    const workflow = step.part('workflowKey') ?? step.must('workflow', 'workflowId');
    return say('callWorkflow', { workflow, version: object(String(step.raw('workflowVersion') ?? '')) });
  },
  'control.return': () => say('return'),
  'event.wait': eventWait,
  'time.wait'(step) {
    if (step.raw('config', 'mode') === 'until') {
      return say('timeWaitUntil', { instant: step.must('instant', 'config', 'until') });
    }
    return say('timeWaitFor', { duration: durationAt(step, 'durationMs') ?? { needed: 'duration' } });
  },
  'human.task'(step) {
    const title = step.must('title', 'config', 'title');
    const duration = durationAt(step, 'timeoutMs');
    return duration === null ? say('humanTask', { title }) : say('humanTaskAtMost', { title, duration });
  },
  'state.set': (step) => say('stateSet', { state: step.must('state', 'config', 'state') }),
  'transform.assign': assign,
};

function forEach(step: StepReader): Sentence | Missing {
  const item = asCode(step.part('itemVar') ?? object('item'));
  const parts = { item: { ...item, look: 'object' as const }, items: step.must('items', 'items') };
  const atOnce = step.raw('concurrency');
  return typeof atOnce === 'number' && atOnce > 1 ? say('forEachAtOnce', parts, atOnce) : say('forEach', parts);
}

function eventWait(step: StepReader): Sentence | Missing {
  const name = step.part('config', 'eventName');
  const event = name === null ? { needed: 'event' as const } : object(step.words.event(name.text));
  const key = step.must('eventKey', 'config', 'correlationKey');
  const duration = durationAt(step, 'timeoutMs');
  return duration === null ? say('eventWait', { event, key }) : say('eventWaitAtMost', { event, key, duration });
}

function assign(step: StepReader): Sentence | Missing {
  const written = step.raw('config', 'assign');
  const [first, ...rest] = isJsonObject(written) ? Object.entries(written) : [];
  if (first === undefined) return { needed: 'assignment' };
  const path = asCode(object(first[0]));
  if (rest.length > 0) return say('assignMore', { path }, rest.length);
  return say('assign', { path, value: partOf(first[1]) ?? { needed: 'assignment' } });
}

function durationAt(step: StepReader, field: string): Part | null {
  const milliseconds = step.raw('config', field);
  return typeof milliseconds === 'number' ? object(step.words.duration(milliseconds)) : null;
}

function asCode(part: Part): Part {
  return { ...part, look: 'code' };
}
