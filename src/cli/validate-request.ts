import { Failure } from '../contract/failure.ts';
import type { Validator } from '../contract/validator.ts';
import { violationText } from '../contract/violation-text.ts';

const REQUEST = { whole: 'the request', prefix: 'request' };

/**
 * A request of the type that the schema of a verb describes.
 * @throws Failure InvalidRequest that names the property
 */
export function validRequest<R>(verb: string, validate: Validator<R>, request: unknown): R {
  if (validate(request)) return request;
  const violation = validate.errors?.[0];
  const text = violation === undefined ? 'the request is not valid' : violationText(violation, REQUEST);
  throw new Failure('InvalidRequest', `${verb}: ${text}`, { target: violation?.instancePath || verb });
}
