// Generated from src/contract/schema by `npm run generate`. Do not edit.
import {
  address as sharedAddress,
} from './part-address.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';
import {
  threadId as sharedThreadId,
} from './part-thread-id.js';

const kernelThread = validate52;
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
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.address === void 0 && (missing0 = "address") || data.inDump === void 0 && (missing0 = "inDump")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.address !== void 0) {
          const _errs1 = errors;
          if (!sharedAddress(data.address, { instancePath: instancePath + "/address", parentData: data, parentDataProperty: "address", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.threadId !== void 0) {
            const _errs2 = errors;
            if (!sharedThreadId(data.threadId, { instancePath: instancePath + "/threadId", parentData: data, parentDataProperty: "threadId", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? sharedThreadId.errors : vErrors.concat(sharedThreadId.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.processId !== void 0) {
              const _errs3 = errors;
              if (!sharedProcessId(data.processId, { instancePath: instancePath + "/processId", parentData: data, parentDataProperty: "processId", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.processName !== void 0) {
                const _errs4 = errors;
                if (typeof data.processName !== "string") {
                  validate52.errors = [{ instancePath: instancePath + "/processName", schemaPath: "#/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.inDump !== void 0) {
                  const _errs6 = errors;
                  if (typeof data.inDump !== "boolean") {
                    validate52.errors = [{ instancePath: instancePath + "/inDump", schemaPath: "#/properties/inDump/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": { "address": true, "threadId": true, "processId": true, "processName": true, "inDump": true }, "dynamicProps": false, "dynamicItems": false };
export {
  kernelThread
};
