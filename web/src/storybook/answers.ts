import type { AppRouter } from '@penstock/server';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { ApiClient, Inputs, Outputs } from '../api/trpc.ts';

/** What the server of a story answers: a value, or what it makes of the input. */
export type Answers = {
  [Router in keyof Outputs]?: {
    [Procedure in keyof Outputs[Router]]?: Answer<
      Procedure extends keyof Inputs[Router] ? Inputs[Router][Procedure] : never,
      Outputs[Router][Procedure]
    >;
  };
};

type Answer<Input, Output> = Output | ((input: Input) => Output);

/** An answer that fails as the server fails: with a code of the error table and its details. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(code: string, details: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** A client whose server is the story. What nobody answers stays open, as on a slow line; a subscription never speaks. */
export function storyClient(answers: Answers): ApiClient {
  return createTRPCClient<AppRouter>({ links: [link(answers)] });
}

function link(answers: Answers): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const answer = answerTo(answers, op.path);
        if (answer === undefined || op.type === 'subscription') return;
        try {
          const data: unknown = typeof answer === 'function' ? answer(op.input) : answer;
          observer.next({ result: { type: 'data', data } });
          observer.complete();
        } catch (refusal) {
          if (!(refusal instanceof Refusal)) throw refusal;
          observer.error(failure(refusal));
        }
      });
}

function answerTo(answers: Answers, path: string): unknown {
  const [router = '', procedure = ''] = path.split('.');
  return (answers as Record<string, Record<string, unknown> | undefined>)[router]?.[procedure];
}

function failure({ code, details }: Refusal): TRPCClientError<AppRouter> {
  const appError = { code, details, message: code, requestId: 'story' };
  return TRPCClientError.from({
    error: { message: code, code: -32603, data: { appError } },
  } as unknown as Parameters<typeof TRPCClientError.from>[0]);
}
