import { PRODUCT_VERSION } from '../../contract/version.ts';
import { SHIPPED } from './shipped.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
}

export interface PackageLock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const shipped = SHIPPED.flatMap(({ packages }) => packages);

const IN_NODE_MODULES = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)$/;

/** `sha512-<base64>` of the lock as CycloneDX has it. */
function hashes(integrity: string | undefined): object {
  const base64 = integrity?.match(/^sha512-(.+)$/)?.[1];
  if (base64 === undefined) return {};
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] };
}

function component(name: string, { version, license, integrity }: LockedPackage): object {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    scope: shipped.includes(name) ? 'required' : 'excluded',
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    ...hashes(integrity),
  };
}

/**
 * What the product is made of and with, in CycloneDX 1.6. Without a serial number and a time: the same lock gives the
 * same bytes.
 */
export function sbom(lock: PackageLock): string {
  const byReference = new Map<string, object>();
  for (const [place, entry] of Object.entries(lock.packages)) {
    const name = IN_NODE_MODULES.exec(place)?.[1];
    if (name !== undefined && entry.version !== undefined) {
      byReference.set(`${name}@${entry.version}`, component(name, entry));
    }
  }
  const components = [...byReference].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `pkg:generic/ktriage@${PRODUCT_VERSION}`,
        name: 'ktriage',
        version: PRODUCT_VERSION,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
