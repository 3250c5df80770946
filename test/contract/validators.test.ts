import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchemas } from '../../src/build/generate/schemas.ts';
import { sharedParts } from '../../src/build/generate/shared-parts.ts';
import { validateStacksRequest } from '../../src/contract/generated/validators/request-stacks.js';
import { validateWaitsRequest } from '../../src/contract/generated/validators/request-waits.js';
import { repositoryRoot } from '../support/equipment.ts';

const folder = path.join(repositoryRoot, 'src/contract/generated/validators');
const requests = readdirSync(folder).filter((name) => /^request-.*\.js$/.test(name));

describe('generated validators', () => {
  it('a validator of a request takes the check of a property that other requests share from the shared module', () => {
    const schemas = loadSchemas();
    const parts = sharedParts(schemas);
    expect(requests.length).toBeGreaterThan(20);
    for (const file of requests) {
      const source = readFileSync(path.join(folder, file), 'utf8');
      const properties = Object.entries(schemas.byName.get(path.basename(file, '.js'))?.properties ?? {});
      const shared = properties.flatMap(([property, schema]) => parts.nameOf(schema, property) ?? []);
      expect(shared.length).toBeGreaterThanOrEqual(4);
      for (const name of shared)
        expect(source, `${file} checks ${name} itself`).toContain(`  ${name} as shared`);
    }
  });

  it.each([
    ['a wrong type', { paths: ['a.dmp'], symbolPath: 5 }, '/symbolPath', 'type'],
    ['an empty list', { paths: [] }, '/paths', 'minItems'],
    ['a reference to a thread without its process', { threads: [{ threadId: 4 }] }, '/threads/0', 'required'],
    ['a thread id out of range', { threadIds: [4, 2 ** 32] }, '/threadIds/1', 'maximum'],
    ['a property that no request has', { paths: ['a.dmp'], odd: 1 }, '', 'unevaluatedProperties'],
  ])(
    'validators of requests name the place of %s alike, whether its check is shared or not',
    (_, value, place, keyword) => {
      for (const validate of [validateStacksRequest, validateWaitsRequest]) {
        expect(validate(value)).toBe(false);
        expect(validate.errors).toMatchObject([{ instancePath: place, keyword }]);
      }
    },
  );

  it('validators of requests keep no error of an earlier request', () => {
    expect(validateStacksRequest({ paths: [], machine: 'local' })).toBe(false);
    expect(validateStacksRequest({ paths: ['a.dmp'], machine: 'local' })).toBe(true);
    expect(validateStacksRequest.errors).toBeNull();
  });
});
