import type { JsonSchema, SchemaSet } from './schemas.ts';

const COMMON = 'common.schema.json#/$defs/';

/** What several validators check alike, by name: each becomes one function. */
export interface SharedParts {
  readonly byName: ReadonlyMap<string, JsonSchema>;
  /** The parts that every request has. */
  readonly ofEveryRequest: ReadonlySet<string>;
  /** The name of the shared part that a subschema is. */
  nameOf(schema: JsonSchema, property: string): string | undefined;
}

const NOT_CHECKED: ReadonlySet<string> = new Set(['title', 'description', 'default']);

/** A subschema without what no validator checks, as text: equal texts check alike. */
const checkedText = (schema: JsonSchema) =>
  JSON.stringify(schema, (key, value: unknown) => (NOT_CHECKED.has(key) ? undefined : value));

/** One test is shorter where it is needed than as a call. */
const isOneTest = (schema: JsonSchema) => Object.keys(JSON.parse(checkedText(schema))).length < 2;

const commonName = ({ $ref = '' }: JsonSchema) =>
  $ref.startsWith(COMMON) ? $ref.slice(COMMON.length) : undefined;

/**
 * The shared types, and the properties that two requests or more have with the same rules. Where properties of one name differ,
 * the form of the most requests is shared.
 */
export function sharedParts({ byName }: SchemaSet): SharedParts {
  const text = JSON.stringify(byName.get('common')?.$defs ?? {});
  // The shared types refer to each other within their file.
  const common = JSON.parse(text.replaceAll('"#/$defs/', `"${COMMON}`)) as Record<string, JsonSchema>;
  const parts = new Map(Object.entries(common));
  const uses = new Map<string, Map<string, { count: number; readonly schema: JsonSchema }>>();
  for (const [name, { properties = {} }] of byName) {
    if (!name.startsWith('request-')) continue;
    for (const [property, schema] of Object.entries(properties)) {
      if (isOneTest(schema) || parts.has(property)) continue;
      const forms = uses.get(property) ?? new Map();
      const form = forms.get(checkedText(schema)) ?? { count: 0, schema };
      form.count += 1;
      uses.set(property, forms.set(checkedText(schema), form));
    }
  }
  const textOf = new Map<string, string>();
  for (const [property, forms] of uses) {
    const [most] = [...forms].sort(([, left], [, right]) => right.count - left.count);
    if (most === undefined || most[1].count < 2) continue;
    parts.set(property, most[1].schema);
    textOf.set(property, most[0]);
  }
  const nameOf = (schema: JsonSchema, property: string) =>
    commonName(schema) ?? (textOf.get(property) === checkedText(schema) ? property : undefined);
  const requests = [...byName]
    .filter(([name]) => name.startsWith('request-'))
    .map(([, { properties = {} }]) =>
      Object.entries(properties).map(([property, schema]) => nameOf(schema, property)),
    );
  const ofEveryRequest = new Set(
    [...parts.keys()].filter((name) => requests.every((has) => has.includes(name))),
  );
  return { byName: parts, ofEveryRequest, nameOf };
}

/** The same schema with `replacement` wherever it has a shared part. */
export function withShared(
  schema: JsonSchema,
  parts: SharedParts,
  replacement: (name: string) => object,
  except?: string,
): JsonSchema {
  const replaced = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => replaced(each, ''));
    if (typeof value !== 'object' || value === null) return value;
    const name = parts.nameOf(value as JsonSchema, key);
    if (name !== undefined && name !== except) return replacement(name);
    return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, replaced(each, inner)]));
  };
  return replaced(schema, '') as JsonSchema;
}
