/** One call of a concurrent client: when it was sent, when its answer came, and what both were. */
export interface Call<Request, Answer> {
  sentAt: number;
  answeredAt: number;
  request: Request;
  answer: Answer;
}

/** What one client alone would see: the answer to a request and the state after it. States are compared by their JSON text. */
export type Model<State, Request, Answer> = (state: State, request: Request) => { state: State; answer: Answer };

/** Records calls of many clients on one logical time line. */
export function createRecorder<Request, Answer>() {
  let time = 0;
  const calls: Call<Request, Answer>[] = [];
  return {
    calls,
    async call(request: Request, send: (request: Request) => Promise<Answer>): Promise<Answer> {
      time += 1;
      const sentAt = time;
      const answer = await send(request);
      time += 1;
      calls.push({ sentAt, answeredAt: time, request, answer });
      return answer;
    },
  };
}

/**
 * Is there an order of the calls that one client alone could have made with the same answers, and in which a call that was answered
 * before another was sent comes first? Searches all orders (Wing and Gong), remembering places it has been at.
 */
export function isLinearizable<State, Request, Answer>(
  calls: readonly Call<Request, Answer>[],
  initial: State,
  model: Model<State, Request, Answer>,
): boolean {
  const seen = new Set<string>();
  const search = (rest: readonly Call<Request, Answer>[], state: State): boolean => {
    if (rest.length === 0) return true;
    const place = `${rest.map((call) => call.sentAt).join()} ${JSON.stringify(state)}`;
    if (seen.has(place)) return false;
    seen.add(place);
    const firstAnswer = Math.min(...rest.map((call) => call.answeredAt));
    return rest
      .filter((call) => call.sentAt < firstAnswer)
      .some((call) => {
        const next = model(state, call.request);
        if (JSON.stringify(next.answer) !== JSON.stringify(call.answer)) return false;
        return search(
          rest.filter((other) => other !== call),
          next.state,
        );
      });
  };
  return search(calls, initial);
}
