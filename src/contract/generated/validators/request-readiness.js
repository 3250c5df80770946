// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateReadinessRequest = validate20;
const schema34 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema36 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
const func1 = codePoints;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.destination !== void 0) {
        let data0 = data.destination;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (typeof data0 === "string") {
            if (func1(data0) > 32e3) {
              validate20.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
              return false;
            } else {
              if (func1(data0) < 1) {
                validate20.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            }
          } else {
            validate20.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
            return false;
          }
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.selfTest !== void 0) {
          const _errs3 = errors;
          if (typeof data.selfTest !== "boolean") {
            validate20.errors = [{ instancePath: instancePath + "/selfTest", schemaPath: "#/properties/selfTest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
            return false;
          }
          var valid0 = _errs3 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.reportPath !== void 0) {
            let data2 = data.reportPath;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data2 === "string") {
                if (func1(data2) > 32e3) {
                  validate20.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                  return false;
                } else {
                  if (func1(data2) < 1) {
                    validate20.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              } else {
                validate20.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.exitCode !== void 0) {
              const _errs7 = errors;
              if (typeof data.exitCode !== "boolean") {
                validate20.errors = [{ instancePath: instancePath + "/exitCode", schemaPath: "#/properties/exitCode/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.machine !== void 0) {
                let data4 = data.machine;
                const _errs9 = errors;
                const _errs10 = errors;
                if (errors === _errs10) {
                  if (typeof data4 === "string") {
                    if (func1(data4) > 100) {
                      validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                      return false;
                    } else {
                      if (func1(data4) < 1) {
                        validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.propertyCase !== void 0) {
                  let data5 = data.propertyCase;
                  const _errs12 = errors;
                  if (!(data5 === "camel" || data5 === "pascal")) {
                    validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.callerVersion !== void 0) {
                    let data6 = data.callerVersion;
                    const _errs14 = errors;
                    const _errs15 = errors;
                    if (errors === _errs15) {
                      if (typeof data6 === "string") {
                        if (func1(data6) > 100) {
                          validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                          return false;
                        } else {
                          if (func1(data6) < 1) {
                            validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs14 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.adviceFor !== void 0) {
                      let data7 = data.adviceFor;
                      const _errs17 = errors;
                      if (!(data7 === "executable" || data7 === "module")) {
                        validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid0 = _errs17 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.cancelOnEndOfInput !== void 0) {
                        const _errs19 = errors;
                        if (typeof data.cancelOnEndOfInput !== "boolean") {
                          validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs19 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        for (const key0 in data) {
                          if (key0 !== "destination" && key0 !== "selfTest" && key0 !== "reportPath" && key0 !== "exitCode" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
                            validate20.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateReadinessRequest
};
