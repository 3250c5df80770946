// Generated from src/contract/schema by `npm run generate`. Do not edit.
const evidenceClass = validate52;
const schema19 = { "title": "EvidenceClass", "description": "How a statement is known: Memory (bytes of the dump that passed a guard), Derived (follows from them by a layout rule), Stack (names of exact frames), Pattern (a known signature), Guess.", "enum": ["Memory", "Derived", "Stack", "Pattern", "Guess"], "$id": "ktriage://shared/evidenceClass" };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data === "Memory" || data === "Derived" || data === "Stack" || data === "Pattern" || data === "Guess")) {
    validate52.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema19.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "dynamicProps": false, "dynamicItems": false };
export {
  evidenceClass
};
