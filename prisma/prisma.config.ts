/** For Prisma's command line only; the server connects by itself (server/src/db/open-database.ts). A plain object: `prisma` is not resolvable here. */
export default {
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(process.env.DATABASE_URL === undefined ? {} : { datasource: { url: process.env.DATABASE_URL } }),
};
