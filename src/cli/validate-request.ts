import { Failure } from '../contract/failure.ts';
import type { SchemaViolation, Validator } from '../contract/validator.ts';

function violationText({ instancePath, keyword, message = keyword, params }: SchemaViolation): string {
  const where = instancePath === '' ? 'the request' : `request${instancePath.replaceAll('/', '.')}`;
  const extra = params['unevaluatedProperty'] ?? params['additionalProperty'];
  if (extra !== undefined) return `${where} has the unknown property '${String(extra)}'`;
  const allowed = params['allowedValues'];
  return `${where} ${message}${Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''}`;
}

/**
 * A request of the type that the schema of a verb describes.
 * @throws Failure InvalidRequest that names the property
 */
export function validRequest<R>(verb: string, validate: Validator<R>, request: unknown): R {
  if (validate(request)) return request;
  const violation = validate.errors?.[0];
  const text = violation === undefined ? 'the request is not valid' : violationText(violation);
  throw new Failure('InvalidRequest', `${verb}: ${text}`, { target: violation?.instancePath || verb });
}
