// Generated from src/contract/schema by `npm run generate`. Do not edit.
import {
  fileTime as sharedFileTime,
} from './part-file-time.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';
import {
  threadId as sharedThreadId,
} from './part-thread-id.js';

const threadReference = validate52;
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
      if (data.processId === void 0 && (missing0 = "processId") || data.threadId === void 0 && (missing0 = "threadId")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "processId" || key0 === "threadId" || key0 === "createTimeRaw" || key0 === "processCreateTimeRaw" || key0 === "computerName")) {
            validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.processId !== void 0) {
            const _errs2 = errors;
            if (!sharedProcessId(data.processId, { instancePath: instancePath + "/processId", parentData: data, parentDataProperty: "processId", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.threadId !== void 0) {
              const _errs3 = errors;
              if (!sharedThreadId(data.threadId, { instancePath: instancePath + "/threadId", parentData: data, parentDataProperty: "threadId", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedThreadId.errors : vErrors.concat(sharedThreadId.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.createTimeRaw !== void 0) {
                const _errs4 = errors;
                if (!sharedFileTime(data.createTimeRaw, { instancePath: instancePath + "/createTimeRaw", parentData: data, parentDataProperty: "createTimeRaw", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedFileTime.errors : vErrors.concat(sharedFileTime.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.processCreateTimeRaw !== void 0) {
                  const _errs5 = errors;
                  if (!sharedFileTime(data.processCreateTimeRaw, { instancePath: instancePath + "/processCreateTimeRaw", parentData: data, parentDataProperty: "processCreateTimeRaw", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedFileTime.errors : vErrors.concat(sharedFileTime.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.computerName !== void 0) {
                    const _errs6 = errors;
                    if (typeof data.computerName !== "string") {
                      validate52.errors = [{ instancePath: instancePath + "/computerName", schemaPath: "#/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  threadReference
};
