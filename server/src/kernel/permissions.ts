import type { Role } from './actor.ts';

/** Record modules; each has `<module>:read` (viewer up) and `<module>:write` (editor up). */
export const RecordModules = [
  'project',
  'ticket',
  'client',
  'schedule',
  'billing',
  'document',
  'email',
  'notification',
  'survey',
  'integration',
  'asset',
] as const;
export type RecordModule = (typeof RecordModules)[number];

export type Permission =
  | `workflow:${'read' | 'view' | 'manage' | 'publish' | 'admin'}`
  | `secrets:${'view' | 'manage' | 'use'}`
  | `members:${'read' | 'manage'}`
  | `${RecordModule}:${'read' | 'write'}`;

const readModules = RecordModules.map((module): Permission => `${module}:read`);
const writeModules = RecordModules.map((module): Permission => `${module}:write`);

const viewer: Permission[] = ['workflow:read', 'workflow:view', ...readModules];
const editor: Permission[] = [
  ...viewer,
  'workflow:manage',
  'workflow:publish',
  'secrets:view',
  'secrets:use',
  ...writeModules,
];
const admin: Permission[] = [...editor, 'workflow:admin', 'secrets:manage', 'members:read', 'members:manage'];

/** What each role may do. Owner differs from admin only in that the last owner cannot be removed. */
export const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set(viewer),
  editor: new Set(editor),
  admin: new Set(admin),
  owner: new Set(admin),
};

export function can(role: Role, permission: Permission): boolean {
  return rolePermissions[role].has(permission);
}
