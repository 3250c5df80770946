// Generated from src/contract/schema by `npm run generate`. Do not edit.
const watchCondition = validate52;
const schema19 = { "title": "WatchCondition", "description": "Stuck: threads have waited in the kernel for the time and were not switched to. WaitReason: threads wait for the given reasons. Resource: the number of threads that wait for kernel locks does not fall. PoolExhausted: all workers of a pool wait, none for work, and none moves. Count: the process has so many threads. CpuIdleWithWork: no processor time is used while threads wait for locks or memory. Asked: the caller decides over each sample.", "enum": ["Stuck", "WaitReason", "Resource", "PoolExhausted", "Count", "CpuIdleWithWork", "Asked"], "$id": "ktriage://shared/watchCondition" };
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
  if (!(data === "Stuck" || data === "WaitReason" || data === "Resource" || data === "PoolExhausted" || data === "Count" || data === "CpuIdleWithWork" || data === "Asked")) {
    validate52.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema19.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "dynamicProps": false, "dynamicItems": false };
export {
  watchCondition
};
