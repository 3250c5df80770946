import { expect, it } from 'vitest';
import { guidDigits, guidText } from '../../src/binary/guid.ts';

it('spells a GUID as symbol stores and as Windows do, and leaves its bytes alone', () => {
  // The PDB of the driver in the published triage dump, as the RSDS record holds it.
  const bytes = Buffer.from('dbfd191cbb279933d9b45973efeafcf3', 'hex');
  expect(guidDigits(bytes)).toBe('1C19FDDB27BB3399D9B45973EFEAFCF3');
  // A Buffer's slice shares memory: an earlier version reversed the fields of what it only had to read.
  expect(guidText(bytes)).toBe('1C19FDDB-27BB-3399-D9B4-5973EFEAFCF3');
  expect(bytes.toString('hex')).toBe('dbfd191cbb279933d9b45973efeafcf3');
});
