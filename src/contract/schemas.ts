import { ANNOTATED_SCHEMAS } from './generated/schemas.ts';

/** Annotations (`x-cli`, `x-powershell`) serve the build; a published schema has none. */
const withoutAnnotations = (key: string, value: unknown) => (key.startsWith('x-') ? undefined : value);

/** The schemas by name, as `ktriage schema` publishes them. */
export const SCHEMAS: Readonly<Record<string, object>> = JSON.parse(
  JSON.stringify(ANNOTATED_SCHEMAS, withoutAnnotations),
);
