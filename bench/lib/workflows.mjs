export const PAYLOAD = 'payload.ProjectTaskCreated.v1';
const head = { id: '00000000-0000-4000-8000-00000000bbbb', version: 1, payloadSchemaRef: PAYLOAD };

/** Steps with a block of two branches in each ten, three deep. */
export function nestedWorkflow(count) {
  let made = 0;
  const state = () => {
    made += 1;
    return { id: `note-${made}`, type: 'state.set', name: `Note ${made}`, config: { state: 'SEEN' } };
  };
  const block = (level) => {
    made += 1;
    return {
      id: `check-${made}`,
      type: 'control.if',
      condition: { $expr: 'payload.projectId = "a"' },
      then: level > 1 ? [state(), block(level - 1), state()] : [state(), state()],
      else: [state()],
    };
  };
  const steps = [];
  while (made < count) steps.push(state(), state(), block(3));
  return { ...head, name: 'Nested steps', steps };
}

/** Two steps for each item: a run of it has a row for each. */
export function loopWorkflow(items) {
  const body = ['SEEN', 'DONE'].map((name) => ({ id: name.toLowerCase(), type: 'state.set', config: { state: name } }));
  const loop = { id: 'each', type: 'control.forEach', items: { $expr: `[1..${items}]` }, itemVar: 'item', body };
  return { ...head, name: 'A long run', steps: [loop] };
}
