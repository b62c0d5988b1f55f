import { config } from 'zod';

// The content security policy allows no eval; the schemas of the language would try it.
config({ jitless: true });
