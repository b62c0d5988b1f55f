import type { Tx } from '../db/tx.ts';
import type { Role } from '../kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.ts';

export interface Member {
  userId: string;
  name: string;
  email: string;
  type: 'user' | 'service';
  role: Role;
  joinedAt: string;
}

interface Row {
  id: string;
  user_id: string;
  name: string;
  email: string;
  type: 'user' | 'service';
  role: Role;
  created_at: Date;
}

/** People and service accounts of the tenant, in the order in which they joined. Errors: CURSOR_INVALID. */
export async function listMembers(
  tx: Tx,
  input: { limit: number; cursor?: string | undefined },
): Promise<Page<Member>> {
  const after = input.cursor === undefined ? null : String(decodeCursor(input.cursor, 1)[0]);
  const { rows } = await tx.query<Row>({
    name: 'auth.list_members',
    text: `SELECT m.id, m.user_id, u.name, u.email, u.type, m.role, m.created_at
             FROM member m
             JOIN "user" u ON u.id = m.user_id
            WHERE m.organization_id = $1 AND ($2::text IS NULL OR m.id::text > $2)
            ORDER BY m.id::text
            LIMIT $3`,
    values: [tx.tenant, after, input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.id], toMember);
}

function toMember(row: Row): Member {
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    type: row.type,
    role: row.role,
    joinedAt: row.created_at.toISOString(),
  };
}
