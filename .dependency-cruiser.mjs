/** Directions of import. Every rule says why it is there and what to do instead. No exceptions are kept. */
const PURE = '^server/src/(kernel|language)/';
const TESTS = '\\.(test|stories)\\.tsx?$';
const TESTING =
  '^(server/src/testing/|server/src/language/testing/|web/src/testing/|web/src/designer/testing/|web/src/designer/model/testing/|web/src/storybook/)';
const CAPABILITIES = '^server/src/(authoring|events|runs|store|links|bundle|records|audit|auth|demo)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle means two files are one idea or the direction is wrong. Move the shared part down.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-core-stays-pure',
      comment:
        'kernel and language run in the worker, the simulator and the browser: no I/O, no Node. Pass what you need in with the occurrence or the context.',
      severity: 'error',
      from: { path: PURE, pathNot: [TESTS, '^server/src/language/testing/'] },
      to: {
        pathNot: [
          '^server/src/(kernel|language)/',
          'node_modules/.*(zod|jsonata|re2js|croner|@cfworker\\+?/?json-schema)',
        ],
      },
    },
    {
      name: 'kernel-knows-nobody',
      comment: 'kernel is the floor: it imports zod only.',
      severity: 'error',
      from: { path: '^server/src/kernel/', pathNot: TESTS },
      to: { pathNot: ['^server/src/kernel/', 'node_modules/.*zod'] },
    },
    {
      name: 'registry-does-not-know-entries',
      comment:
        'The registry is a value made of entries that are handed to it. Import the catalogue in a composition root.',
      severity: 'error',
      from: { path: '^server/src/registry/', pathNot: TESTS },
      to: {
        path: '^server/src/(actions|nodes|event-types|api|runtime|wiring|authoring|events|runs|store|links|bundle|records|audit|auth)/',
      },
    },
    {
      name: 'entries-reach-capabilities-through-ctx',
      comment:
        'An action is one file that a stranger can add. Take what you need from ctx.ports; add a port where one is missing.',
      severity: 'error',
      from: { path: '^server/src/(actions|nodes|event-types)/', pathNot: TESTS },
      to: { path: '^server/src/', pathNot: '^server/src/(actions|nodes|event-types|registry|language|kernel)/' },
    },
    {
      name: 'runtime-does-not-know-actions',
      comment: 'The engine runs whatever the registry holds. Put behaviour into the entry or into its declared effect.',
      severity: 'error',
      from: { path: '^server/src/runtime/', pathNot: TESTS },
      to: { path: '^server/src/(actions|nodes|event-types|api|wiring|cli)/' },
    },
    {
      name: 'nothing-below-knows-the-api',
      comment: 'Capabilities serve the API, the CLI and the runtime alike. Move the shared part into the capability.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: ['^server/src/(api|wiring|cli|testing)/', '^server/src/(main|cli)\\.ts$', TESTS],
      },
      to: { path: '^server/src/(api|wiring|cli)/' },
    },
    {
      name: 'api-is-thin',
      comment: 'A procedure checks, calls one service and answers. SQL and Prisma live in the capability.',
      severity: 'error',
      from: { path: '^server/src/api/.*-router/', pathNot: TESTS },
      to: { path: '^(server/src/db/(prisma-client|embedded|open-database)|node_modules/(pg|@prisma))' },
    },
    {
      name: 'capabilities-do-not-wire',
      comment: 'Only composition roots know all parts.',
      severity: 'error',
      from: { path: CAPABILITIES, pathNot: TESTS },
      to: { path: '^server/src/(wiring|main|cli|catalogue)' },
    },
    {
      name: 'web-sees-only-the-contract',
      comment:
        "The browser takes types from '@penstock/server' and values from '@penstock/server/language', nothing else.",
      severity: 'error',
      from: { path: '^web/src/', pathNot: TESTS },
      to: { path: '^server/src/', pathNot: '^server/src/(language|kernel)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-do-not-meet',
      comment: 'Features are composed in app/ only. Move what two of them need into ui/, i18n/ or a shared model.',
      severity: 'error',
      from: { path: '^web/src/(auth|runs|workflows|records|data|designer|catalog|tasks|settings)/' },
      to: {
        path: '^web/src/(auth|runs|workflows|records|data|designer|catalog|tasks|settings)/',
        pathNot: '^web/src/$1/',
      },
    },
    {
      name: 'ui-knows-no-product',
      comment: 'ui/ is the design system: it knows neither features nor the API.',
      severity: 'error',
      from: { path: '^web/src/ui/', pathNot: TESTS },
      to: {
        path: '^web/src/(app|api|session|steps|start-run|auth|runs|workflows|records|data|designer|catalog|tasks|settings)/',
      },
    },
    {
      name: 'shared-parts-know-no-feature',
      comment: 'What several features stand on knows none of them, nor the app that composes them.',
      severity: 'error',
      from: { path: '^web/src/(address|api|i18n|session|start-run|steps)/', pathNot: TESTS },
      to: { path: '^web/src/(app|auth|runs|workflows|records|data|designer|catalog|tasks|settings)/' },
    },
    {
      name: 'features-do-not-know-the-app',
      comment: 'app/ composes features. What a feature needs of it belongs below both.',
      severity: 'error',
      from: { path: '^web/src/(auth|runs|workflows|records|data|designer|catalog|tasks|settings)/', pathNot: TESTS },
      to: { path: '^web/src/app/' },
    },
    {
      name: 'tests-are-leaves',
      comment: 'Nothing imports a test; only tests import testing/.',
      severity: 'error',
      from: { pathNot: [TESTS, TESTING] },
      to: { path: [TESTS, TESTING] },
    },
    {
      name: 'no-dev-deps-in-src',
      comment: 'What runs in production is a dependency.',
      severity: 'error',
      from: { path: '^(server|web)/src/', pathNot: [TESTS, TESTING, '\\.gen\\.'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['prisma-client', 'dist'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'server/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
