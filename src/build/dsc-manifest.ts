import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT_CODES } from '../contract/error-table.ts';
import { PRODUCT_VERSION } from '../contract/version.ts';
import { root } from './tools.ts';

/** Properties that DSC itself defines; a manifest refers to them. */
const CANONICAL = {
  _inDesiredState: { $ref: 'https://aka.ms/dsc/schemas/v3/resource/properties/inDesiredState.json' },
  _rebootRequested: { $ref: 'https://aka.ms/dsc/schemas/v3/resource/properties/rebootRequested.json' },
};

/** The schema of an instance is the contract's, so that a configuration is refused for the same reasons in both places. */
function instanceSchema(): object {
  const file = path.join(root, 'src', 'contract', 'schema', 'dump-readiness.schema.json');
  const {
    $id: _id,
    properties,
    ...schema
  } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return { ...schema, properties: { ...(properties as object), ...CANONICAL } };
}

const INSTANCE = { jsonInputArg: '--instance', mandatory: true };

function call(operation: string): object {
  return { executable: 'ktriage', args: ['dsc', operation, INSTANCE] };
}

/** The manifest by which DSC v3 finds the resource, in the folder of the executable. */
export function dscManifest(): string {
  const manifest = {
    $schema: 'https://aka.ms/dsc/schemas/v3/bundled/resource/manifest.json',
    type: 'KernelTriage/KernelDumpReadiness',
    version: PRODUCT_VERSION,
    description:
      'Settings of Windows that decide whether crash dumps and live kernel dumps are written, and where; a folder for dumps.',
    tags: ['windows', 'dump', 'diagnostics'],
    get: call('get'),
    test: { ...call('test'), return: 'state' },
    set: { ...call('set'), implementsPretest: true, return: 'state' },
    whatIf: { ...call('whatif'), implementsPretest: true, return: 'state' },
    export: call('export'),
    exitCodes: Object.fromEntries(
      Object.values(EXIT_CODES).map(({ value, meaning }) => [String(value), meaning]),
    ),
    schema: { embedded: instanceSchema() },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
