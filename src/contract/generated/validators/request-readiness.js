// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  destination as sharedDestination,
} from './part-destination.js';

const validateReadinessRequest = validate52;
const func2 = codePoints;
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
      if (data.destination !== void 0) {
        const _errs1 = errors;
        if (!sharedDestination(data.destination, { instancePath: instancePath + "/destination", parentData: data, parentDataProperty: "destination", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? sharedDestination.errors : vErrors.concat(sharedDestination.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.selfTest !== void 0) {
          const _errs2 = errors;
          if (typeof data.selfTest !== "boolean") {
            validate52.errors = [{ instancePath: instancePath + "/selfTest", schemaPath: "#/properties/selfTest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.reportPath !== void 0) {
            let data2 = data.reportPath;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data2 === "string") {
                if (func2(data2) > 32e3) {
                  validate52.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                  return false;
                } else {
                  if (func2(data2) < 1) {
                    validate52.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.exitCode !== void 0) {
              const _errs6 = errors;
              if (typeof data.exitCode !== "boolean") {
                validate52.errors = [{ instancePath: instancePath + "/exitCode", schemaPath: "#/properties/exitCode/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.machine !== void 0) {
                const _errs8 = errors;
                if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.propertyCase !== void 0) {
                  const _errs9 = errors;
                  if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.callerVersion !== void 0) {
                    const _errs10 = errors;
                    if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.adviceFor !== void 0) {
                      const _errs11 = errors;
                      if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.cancelOnEndOfInput !== void 0) {
                        const _errs12 = errors;
                        if (typeof data.cancelOnEndOfInput !== "boolean") {
                          validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        for (const key0 in data) {
                          if (key0 !== "destination" && key0 !== "selfTest" && key0 !== "reportPath" && key0 !== "exitCode" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
                            validate52.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
                            return false;
                            break;
                          }
                        }
                      }
                    }
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
  validateReadinessRequest
};
