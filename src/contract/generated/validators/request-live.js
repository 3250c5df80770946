// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateLiveDumpRequest = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-live.schema.json", "title": "LiveDumpRequest", "description": "A live kernel dump to take: the kernel's memory of the running machine, in one file.", "type": "object", "required": ["path"], "properties": { "path": { "description": "The file to write, on a local volume, in a folder that exists.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "scope": { "description": "`Full`: the kernel's memory. `ThreadStacks`: the kernel stacks of all threads alone; small, needs Windows 11 or later.", "enum": ["Full", "ThreadStacks"], "default": "Full" }, "includeUserMemory": { "description": "Also pages of processes; before Windows 11 22H2 only where kernel debugging is on.", "type": "boolean" }, "includeHypervisor": { "description": "Also pages of the hypervisor.", "type": "boolean" }, "includeNonEssentialHypervisor": { "description": "Also the hypervisor pages that Windows leaves out by default; Windows 11 or later.", "type": "boolean" }, "abortOnMemoryPressure": { "description": "Give up when memory becomes short, instead of making it shorter; Windows 10 1803 or later.", "type": "boolean", "default": true }, "bugCheckCode": { "description": "0x161 (LIVE_DUMP) when absent.", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "bugCheckParameters": { "description": "BugCheckParameter1 to 4; absent ones are zero. When the list is absent, the first spells `ktriage`.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/address" }, "maxItems": 4 }, "timeLimitSeconds": { "description": "Cancel after this time.", "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "waitSeconds": { "description": "While Windows takes another live dump, try again for so long.", "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "trace": { "description": "One LiveTraceEvent for each event of the capture, and a listing of them beside the dump.", "type": "boolean" }, "force": { "description": "Overwrite the file, and capture although less space or memory is free than estimated or a setting turns live dumps off, or to a network share.", "type": "boolean" }, "acl": { "description": "Accounts that may read the file: Administrators, SYSTEM and the owner, or those of the folder.", "enum": ["Restricted", "Inherit"], "default": "Restricted" }, "planOnly": { "description": "Check everything, say what would be done, touch nothing.", "type": "boolean" }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "adviceFor": { "$ref": "common.schema.json#/$defs/adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const schema35 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema37 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
const func1 = codePoints;
const pattern4 = new RegExp("^0x[0-9a-f]{16}$", "u");
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
      if (data.path === void 0 && (missing0 = "path")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.path !== void 0) {
          let data0 = data.path;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === "string") {
              if (func1(data0) > 32e3) {
                validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                return false;
              } else {
                if (func1(data0) < 1) {
                  validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              }
            } else {
              validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.scope !== void 0) {
            let data1 = data.scope;
            const _errs3 = errors;
            if (!(data1 === "Full" || data1 === "ThreadStacks")) {
              validate20.errors = [{ instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema31.properties.scope.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.includeUserMemory !== void 0) {
              const _errs4 = errors;
              if (typeof data.includeUserMemory !== "boolean") {
                validate20.errors = [{ instancePath: instancePath + "/includeUserMemory", schemaPath: "#/properties/includeUserMemory/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.includeHypervisor !== void 0) {
                const _errs6 = errors;
                if (typeof data.includeHypervisor !== "boolean") {
                  validate20.errors = [{ instancePath: instancePath + "/includeHypervisor", schemaPath: "#/properties/includeHypervisor/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.includeNonEssentialHypervisor !== void 0) {
                  const _errs8 = errors;
                  if (typeof data.includeNonEssentialHypervisor !== "boolean") {
                    validate20.errors = [{ instancePath: instancePath + "/includeNonEssentialHypervisor", schemaPath: "#/properties/includeNonEssentialHypervisor/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.abortOnMemoryPressure !== void 0) {
                    const _errs10 = errors;
                    if (typeof data.abortOnMemoryPressure !== "boolean") {
                      validate20.errors = [{ instancePath: instancePath + "/abortOnMemoryPressure", schemaPath: "#/properties/abortOnMemoryPressure/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.bugCheckCode !== void 0) {
                      let data6 = data.bugCheckCode;
                      const _errs12 = errors;
                      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                        validate20.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs12) {
                        if (typeof data6 == "number" && isFinite(data6)) {
                          if (data6 > 4294967295 || isNaN(data6)) {
                            validate20.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                            return false;
                          } else {
                            if (data6 < 0 || isNaN(data6)) {
                              validate20.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                              return false;
                            }
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.bugCheckParameters !== void 0) {
                        let data7 = data.bugCheckParameters;
                        const _errs14 = errors;
                        if (errors === _errs14) {
                          if (Array.isArray(data7)) {
                            if (data7.length > 4) {
                              validate20.errors = [{ instancePath: instancePath + "/bugCheckParameters", schemaPath: "#/properties/bugCheckParameters/maxItems", keyword: "maxItems", params: { limit: 4 }, message: "must NOT have more than 4 items" }];
                              return false;
                            } else {
                              var valid1 = true;
                              const len0 = data7.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                let data8 = data7[i0];
                                const _errs16 = errors;
                                const _errs17 = errors;
                                if (errors === _errs17) {
                                  if (typeof data8 === "string") {
                                    if (!pattern4.test(data8)) {
                                      validate20.errors = [{ instancePath: instancePath + "/bugCheckParameters/" + i0, schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                      return false;
                                    }
                                  } else {
                                    validate20.errors = [{ instancePath: instancePath + "/bugCheckParameters/" + i0, schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid1 = _errs16 === errors;
                                if (!valid1) {
                                  break;
                                }
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/bugCheckParameters", schemaPath: "#/properties/bugCheckParameters/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.timeLimitSeconds !== void 0) {
                          let data9 = data.timeLimitSeconds;
                          const _errs19 = errors;
                          if (errors === _errs19) {
                            if (typeof data9 == "number" && isFinite(data9)) {
                              if (data9 > 604800 || isNaN(data9)) {
                                validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                return false;
                              } else {
                                if (data9 <= 0 || isNaN(data9)) {
                                  validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                  return false;
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                              return false;
                            }
                          }
                          var valid0 = _errs19 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.waitSeconds !== void 0) {
                            let data10 = data.waitSeconds;
                            const _errs21 = errors;
                            if (errors === _errs21) {
                              if (typeof data10 == "number" && isFinite(data10)) {
                                if (data10 > 604800 || isNaN(data10)) {
                                  validate20.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                  return false;
                                } else {
                                  if (data10 <= 0 || isNaN(data10)) {
                                    validate20.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                return false;
                              }
                            }
                            var valid0 = _errs21 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.trace !== void 0) {
                              const _errs23 = errors;
                              if (typeof data.trace !== "boolean") {
                                validate20.errors = [{ instancePath: instancePath + "/trace", schemaPath: "#/properties/trace/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid0 = _errs23 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.force !== void 0) {
                                const _errs25 = errors;
                                if (typeof data.force !== "boolean") {
                                  validate20.errors = [{ instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs25 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.acl !== void 0) {
                                  let data13 = data.acl;
                                  const _errs27 = errors;
                                  if (!(data13 === "Restricted" || data13 === "Inherit")) {
                                    validate20.errors = [{ instancePath: instancePath + "/acl", schemaPath: "#/properties/acl/enum", keyword: "enum", params: { allowedValues: schema31.properties.acl.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid0 = _errs27 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.planOnly !== void 0) {
                                    const _errs28 = errors;
                                    if (typeof data.planOnly !== "boolean") {
                                      validate20.errors = [{ instancePath: instancePath + "/planOnly", schemaPath: "#/properties/planOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid0 = _errs28 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.machine !== void 0) {
                                      let data15 = data.machine;
                                      const _errs30 = errors;
                                      const _errs31 = errors;
                                      if (errors === _errs31) {
                                        if (typeof data15 === "string") {
                                          if (func1(data15) > 100) {
                                            validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                            return false;
                                          } else {
                                            if (func1(data15) < 1) {
                                              validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs30 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.propertyCase !== void 0) {
                                        let data16 = data.propertyCase;
                                        const _errs33 = errors;
                                        if (!(data16 === "camel" || data16 === "pascal")) {
                                          validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema35.enum }, message: "must be equal to one of the allowed values" }];
                                          return false;
                                        }
                                        var valid0 = _errs33 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.callerVersion !== void 0) {
                                          let data17 = data.callerVersion;
                                          const _errs35 = errors;
                                          const _errs36 = errors;
                                          if (errors === _errs36) {
                                            if (typeof data17 === "string") {
                                              if (func1(data17) > 100) {
                                                validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                                return false;
                                              } else {
                                                if (func1(data17) < 1) {
                                                  validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs35 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.adviceFor !== void 0) {
                                            let data18 = data.adviceFor;
                                            const _errs38 = errors;
                                            if (!(data18 === "executable" || data18 === "module")) {
                                              validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema37.enum }, message: "must be equal to one of the allowed values" }];
                                              return false;
                                            }
                                            var valid0 = _errs38 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.cancelOnEndOfInput !== void 0) {
                                              const _errs40 = errors;
                                              if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                return false;
                                              }
                                              var valid0 = _errs40 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              for (const key0 in data) {
                                                if (key0 !== "path" && key0 !== "scope" && key0 !== "includeUserMemory" && key0 !== "includeHypervisor" && key0 !== "includeNonEssentialHypervisor" && key0 !== "abortOnMemoryPressure" && key0 !== "bugCheckCode" && key0 !== "bugCheckParameters" && key0 !== "timeLimitSeconds" && key0 !== "waitSeconds" && key0 !== "trace" && key0 !== "force" && key0 !== "acl" && key0 !== "planOnly" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateLiveDumpRequest
};
