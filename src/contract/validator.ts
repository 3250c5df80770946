/** An error of a value against its schema, as ajv reports it. */
export interface SchemaViolation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A generated validator: true, or false with the first violation in `errors`. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: readonly SchemaViolation[] | null;
}
