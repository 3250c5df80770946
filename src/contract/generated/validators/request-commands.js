// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateCommandsRequest = validate20;
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
      let missing0;
      if (data.paths === void 0 && (missing0 = "paths")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate20.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate20.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs3 = errors;
                    if (errors === _errs3) {
                      if (typeof data1 === "string") {
                        if (func1(data1) > 32e3) {
                          validate20.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate20.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid1 = _errs3 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              }
            } else {
              validate20.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.timeLimitSeconds !== void 0) {
            let data2 = data.timeLimitSeconds;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data2 == "number" && isFinite(data2)) {
                if (data2 > 604800 || isNaN(data2)) {
                  validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                  return false;
                } else {
                  if (data2 <= 0 || isNaN(data2)) {
                    validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                    return false;
                  }
                }
              } else {
                validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.machine !== void 0) {
              let data3 = data.machine;
              const _errs7 = errors;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (typeof data3 === "string") {
                  if (func1(data3) > 100) {
                    validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                    return false;
                  } else {
                    if (func1(data3) < 1) {
                      validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.propertyCase !== void 0) {
                let data4 = data.propertyCase;
                const _errs10 = errors;
                if (!(data4 === "camel" || data4 === "pascal")) {
                  validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.callerVersion !== void 0) {
                  let data5 = data.callerVersion;
                  const _errs12 = errors;
                  const _errs13 = errors;
                  if (errors === _errs13) {
                    if (typeof data5 === "string") {
                      if (func1(data5) > 100) {
                        validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                        return false;
                      } else {
                        if (func1(data5) < 1) {
                          validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.adviceFor !== void 0) {
                    let data6 = data.adviceFor;
                    const _errs15 = errors;
                    if (!(data6 === "executable" || data6 === "module")) {
                      validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid0 = _errs15 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.cancelOnEndOfInput !== void 0) {
                      const _errs17 = errors;
                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                        validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs17 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      for (const key0 in data) {
                        if (key0 !== "paths" && key0 !== "timeLimitSeconds" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateCommandsRequest
};
