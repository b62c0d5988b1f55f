import { initTRPC, TRPCError } from '@trpc/server';
import type { Tx } from '../db/tx.ts';
import { noCausation, type Writer } from '../kernel/actor.ts';
import { appError, ErrorCodes, toErrorBody } from '../kernel/errors.ts';
import { can } from '../kernel/permissions.ts';
import type { Principal, RequestContext } from './context.ts';
import { errorOfProcedure } from './error-formatter.ts';
import { procedureAccess } from './permission-table.ts';

const t = initTRPC.context<RequestContext>().create({
  // Proxies close connections that say nothing; the client opens a new one when it hears nothing either.
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
  errorFormatter({ shape, error, ctx }) {
    const known = errorOfProcedure(error);
    const body = toErrorBody(known, ctx?.requestId ?? '');
    return {
      ...shape,
      message: body.error.message,
      data: { code: ErrorCodes[known.code].trpc, httpStatus: ErrorCodes[known.code].http, appError: body.error },
    };
  },
});

export const router = t.router;

/** Asks the permission table; the only way to make a procedure. */
export const anyProcedure = t.procedure.use(async ({ ctx, path, next }) => {
  const access = procedureAccess[path];
  if (access === undefined) throw procedureError(denied(path));
  if (access !== 'public') {
    if (ctx.principal === null) throw procedureError(unauthenticated());
    if (access !== 'signed-in' && !can(ctx.principal.role, access)) throw procedureError(denied(access));
  }
  return next();
});

/** For members of a tenant: the context carries the principal, a writer and the tenant's transactions. */
export const procedure = anyProcedure.use(async ({ ctx, next }) => {
  const { principal } = ctx;
  if (principal === null) throw procedureError(unauthenticated());
  return next({ ctx: memberContext(ctx, principal) });
});

function memberContext(ctx: RequestContext, principal: Principal) {
  const writer: Writer = { actor: principal.actor, source: ctx.source, causation: noCausation };
  return {
    principal,
    tenant: principal.tenant,
    writer,
    withTenant: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => ctx.platform.db.withTenant(principal.tenant, work),
  };
}

function unauthenticated() {
  return appError('UNAUTHENTICATED', {}, 'Sign in, or send a valid API key.');
}

function denied(permission: string) {
  return appError('PERMISSION_DENIED', { permission }, `This needs the permission ${permission}.`);
}

function procedureError(error: ReturnType<typeof appError>): TRPCError {
  return new TRPCError({ code: ErrorCodes[error.code].trpc, message: error.message, cause: error });
}
