import type { WorkflowBundle } from '../../bundle/bundle-format.ts';
import { canonicalJson } from '../../kernel/json.ts';
import type { RestFile } from '../rest/route.ts';

export function bundleFile(bundle: WorkflowBundle): RestFile {
  const [first] = bundle.workflows;
  const name = bundle.workflows.length === 1 && first !== undefined ? first.key : 'workflows';
  return {
    contentType: 'application/json; charset=utf-8',
    fileName: `${name}.bundle.json`,
    text: canonicalJson(bundle),
  };
}
