import type { SchemaViolation } from './validator.ts';

/**
 * What is wrong with a value, for its writer: the property, and the values that it may have.
 * @param root the names of the whole value: alone, and before the name of a property
 */
export function violationText(
  { instancePath, keyword, message = keyword, params }: SchemaViolation,
  root: { readonly whole: string; readonly prefix: string },
): string {
  const where = instancePath === '' ? root.whole : `${root.prefix}${instancePath.replaceAll('/', '.')}`;
  const extra = params['unevaluatedProperty'] ?? params['additionalProperty'];
  if (extra !== undefined) return `${where} has the unknown property '${String(extra)}'`;
  const allowed = params['allowedValues'];
  return `${where} ${message}${Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''}`;
}
