// Generated from src/contract/schema by `npm run generate`. Do not edit.
/** Characters of a string as JSON Schema counts them: a surrogate pair is one. */
export function codePoints(text) {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}
