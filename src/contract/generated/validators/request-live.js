// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  address as sharedAddress,
} from './part-address.js';
import {
  bugCheckCode as sharedBugCheckCode,
} from './part-bug-check-code.js';
import {
  timeLimitSeconds as sharedTimeLimitSeconds,
} from './part-time-limit-seconds.js';

const validateLiveDumpRequest = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-live.schema.json", "title": "LiveDumpRequest", "description": "A live kernel dump to take: the kernel's memory of the running machine, in one file.", "type": "object", "required": ["path"], "properties": { "path": { "description": "The file to write, on a local volume, in a folder that exists.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "scope": { "description": "`Full`: the kernel's memory. `ThreadStacks`: the kernel stacks of all threads alone; small, needs Windows 11 or later.", "enum": ["Full", "ThreadStacks"], "default": "Full" }, "includeUserMemory": { "description": "Also pages of processes; before Windows 11 22H2 only where kernel debugging is on.", "type": "boolean" }, "includeHypervisor": { "description": "Also pages of the hypervisor.", "type": "boolean" }, "includeNonEssentialHypervisor": { "description": "Also the hypervisor pages that Windows leaves out by default; Windows 11 or later.", "type": "boolean" }, "abortOnMemoryPressure": { "description": "Give up when memory becomes short, instead of making it shorter; Windows 10 1803 or later.", "type": "boolean", "default": true }, "bugCheckCode": { "sharedPart": "bugCheckCode" }, "bugCheckParameters": { "description": "BugCheckParameter1 to 4; absent ones are zero. When the list is absent, the first spells `ktriage`.", "type": "array", "items": { "sharedPart": "address" }, "maxItems": 4 }, "timeLimitSeconds": { "sharedPart": "timeLimitSeconds" }, "waitSeconds": { "description": "While Windows takes another live dump, try again for so long.", "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "trace": { "description": "One LiveTraceEvent for each event of the capture, and a listing of them beside the dump.", "type": "boolean" }, "force": { "description": "Overwrite the file, and capture although less space or memory is free than estimated or a setting turns live dumps off, or to a network share.", "type": "boolean" }, "acl": { "description": "Accounts that may read the file: Administrators, SYSTEM and the owner, or those of the folder.", "enum": ["Restricted", "Inherit"], "default": "Restricted" }, "planOnly": { "description": "Check everything, report what would be done, touch nothing.", "type": "boolean" }, "machine": { "everyPart": "machine" }, "propertyCase": { "everyPart": "propertyCase" }, "callerVersion": { "everyPart": "callerVersion" }, "adviceFor": { "everyPart": "adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const func1 = codePoints;
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
      if (data.path === void 0 && (missing0 = "path")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.path !== void 0) {
          let data0 = data.path;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === "string") {
              if (func1(data0) > 32e3) {
                validate52.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                return false;
              } else {
                if (func1(data0) < 1) {
                  validate52.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              }
            } else {
              validate52.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate52.errors = [{ instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema19.properties.scope.enum }, message: "must be equal to one of the allowed values" }];
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
                validate52.errors = [{ instancePath: instancePath + "/includeUserMemory", schemaPath: "#/properties/includeUserMemory/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                  validate52.errors = [{ instancePath: instancePath + "/includeHypervisor", schemaPath: "#/properties/includeHypervisor/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                    validate52.errors = [{ instancePath: instancePath + "/includeNonEssentialHypervisor", schemaPath: "#/properties/includeNonEssentialHypervisor/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                      validate52.errors = [{ instancePath: instancePath + "/abortOnMemoryPressure", schemaPath: "#/properties/abortOnMemoryPressure/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.bugCheckCode !== void 0) {
                      const _errs12 = errors;
                      if (!sharedBugCheckCode(data.bugCheckCode, { instancePath: instancePath + "/bugCheckCode", parentData: data, parentDataProperty: "bugCheckCode", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedBugCheckCode.errors : vErrors.concat(sharedBugCheckCode.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.bugCheckParameters !== void 0) {
                        let data7 = data.bugCheckParameters;
                        const _errs13 = errors;
                        if (errors === _errs13) {
                          if (Array.isArray(data7)) {
                            if (data7.length > 4) {
                              validate52.errors = [{ instancePath: instancePath + "/bugCheckParameters", schemaPath: "#/properties/bugCheckParameters/maxItems", keyword: "maxItems", params: { limit: 4 }, message: "must NOT have more than 4 items" }];
                              return false;
                            } else {
                              var valid1 = true;
                              const len0 = data7.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                const _errs15 = errors;
                                if (!sharedAddress(data7[i0], { instancePath: instancePath + "/bugCheckParameters/" + i0, parentData: data7, parentDataProperty: i0, rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                  errors = vErrors.length;
                                }
                                var valid1 = _errs15 === errors;
                                if (!valid1) {
                                  break;
                                }
                              }
                            }
                          } else {
                            validate52.errors = [{ instancePath: instancePath + "/bugCheckParameters", schemaPath: "#/properties/bugCheckParameters/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.timeLimitSeconds !== void 0) {
                          const _errs16 = errors;
                          if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.waitSeconds !== void 0) {
                            let data10 = data.waitSeconds;
                            const _errs17 = errors;
                            if (errors === _errs17) {
                              if (typeof data10 == "number" && isFinite(data10)) {
                                if (data10 > 604800 || isNaN(data10)) {
                                  validate52.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                  return false;
                                } else {
                                  if (data10 <= 0 || isNaN(data10)) {
                                    validate52.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                return false;
                              }
                            }
                            var valid0 = _errs17 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.trace !== void 0) {
                              const _errs19 = errors;
                              if (typeof data.trace !== "boolean") {
                                validate52.errors = [{ instancePath: instancePath + "/trace", schemaPath: "#/properties/trace/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid0 = _errs19 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.force !== void 0) {
                                const _errs21 = errors;
                                if (typeof data.force !== "boolean") {
                                  validate52.errors = [{ instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs21 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.acl !== void 0) {
                                  let data13 = data.acl;
                                  const _errs23 = errors;
                                  if (!(data13 === "Restricted" || data13 === "Inherit")) {
                                    validate52.errors = [{ instancePath: instancePath + "/acl", schemaPath: "#/properties/acl/enum", keyword: "enum", params: { allowedValues: schema19.properties.acl.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid0 = _errs23 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.planOnly !== void 0) {
                                    const _errs24 = errors;
                                    if (typeof data.planOnly !== "boolean") {
                                      validate52.errors = [{ instancePath: instancePath + "/planOnly", schemaPath: "#/properties/planOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid0 = _errs24 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.machine !== void 0) {
                                      const _errs26 = errors;
                                      if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs26 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.propertyCase !== void 0) {
                                        const _errs27 = errors;
                                        if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs27 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.callerVersion !== void 0) {
                                          const _errs28 = errors;
                                          if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs28 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.adviceFor !== void 0) {
                                            const _errs29 = errors;
                                            if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs29 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.cancelOnEndOfInput !== void 0) {
                                              const _errs30 = errors;
                                              if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                return false;
                                              }
                                              var valid0 = _errs30 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              for (const key0 in data) {
                                                if (key0 !== "path" && key0 !== "scope" && key0 !== "includeUserMemory" && key0 !== "includeHypervisor" && key0 !== "includeNonEssentialHypervisor" && key0 !== "abortOnMemoryPressure" && key0 !== "bugCheckCode" && key0 !== "bugCheckParameters" && key0 !== "timeLimitSeconds" && key0 !== "waitSeconds" && key0 !== "trace" && key0 !== "force" && key0 !== "acl" && key0 !== "planOnly" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateLiveDumpRequest
};
