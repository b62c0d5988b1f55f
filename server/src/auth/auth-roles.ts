import { createAccessControl } from 'better-auth/plugins/access';
import { defaultStatements } from 'better-auth/plugins/organization/access';

/**
 * Our four roles in the words of better-auth. They decide nothing by themselves: members are managed by our own procedures under the
 * permission table, and the routes of better-auth that would change members are not reachable.
 */
export const authAccessControl = createAccessControl(defaultStatements);

const none = authAccessControl.newRole({});

export const authRoles = { viewer: none, editor: none, admin: none, owner: none };
