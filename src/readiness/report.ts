import type { ReadinessCheck, SelfTestResult } from '../contract/generated/types.ts';
import { PRODUCT_VERSION } from '../contract/version.ts';

/** The name of a computer is nobody's business in a public issue. */
function withoutName<T extends { readonly computerName?: string }>(record: T): Omit<T, 'computerName'> {
  const { computerName: _name, ...rest } = record;
  return rest;
}

/** The report that a user attaches to an issue: readable JSON without the name of the computer and without memory. */
export function readinessReport(
  checks: readonly ReadinessCheck[],
  results: readonly SelfTestResult[],
): string {
  const report = {
    product: 'KernelTriage',
    version: PRODUCT_VERSION,
    checks: checks.map(withoutName),
    ...(results.length === 0 ? {} : { selfTest: results.map(withoutName) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
