// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';
import {
  symbolCredentialFile as sharedSymbolCredentialFile,
} from './part-symbol-credential-file.js';
import {
  symbolCredentials as sharedSymbolCredentials,
} from './part-symbol-credentials.js';
import {
  symbolPath as sharedSymbolPath,
} from './part-symbol-path.js';
import {
  threadId as sharedThreadId,
} from './part-thread-id.js';

const validateThreadsRequest = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-threads.schema.json", "title": "ThreadsRequest", "description": "Which threads of live processes to list. Without a selection: all.", "type": "object", "properties": { "processIds": { "type": "array", "items": { "sharedPart": "processId" }, "maxItems": 1e5 }, "names": { "description": "Process names; `*` and `?` are wildcards, case does not matter, `.exe` may be left out.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 260 }, "maxItems": 1e3 }, "threadIds": { "type": "array", "items": { "sharedPart": "threadId" }, "maxItems": 1e5 }, "states": { "description": "Thread states by name, for example Wait; `*` and `?` are wildcards.", "type": "array", "items": { "type": "string" } }, "waitReasons": { "description": "Wait reasons by name, for example WrResource; `*` and `?` are wildcards.", "type": "array", "items": { "type": "string" } }, "details": { "description": "`full` opens each thread for its kernel object address, name and pending I/O; `snapshot` takes one system call and opens nothing.", "enum": ["full", "snapshot"], "default": "full" }, "verifyOrder": { "description": "Compare the order of the Native API with that of the Tool Help library.", "type": "boolean" }, "includeUserStack": { "description": "Walk the user-mode stack of each thread; the thread is suspended while its stack is copied.", "type": "boolean" }, "symbolPath": { "sharedPart": "symbolPath" }, "symbolCredentials": { "sharedPart": "symbolCredentials" }, "symbolCredentialFile": { "sharedPart": "symbolCredentialFile" }, "machine": { "everyPart": "machine" }, "propertyCase": { "everyPart": "propertyCase" }, "callerVersion": { "everyPart": "callerVersion" }, "adviceFor": { "everyPart": "adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
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
      if (data.processIds !== void 0) {
        let data0 = data.processIds;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (Array.isArray(data0)) {
            if (data0.length > 1e5) {
              validate52.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
              return false;
            } else {
              var valid1 = true;
              const len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                const _errs3 = errors;
                if (!sharedProcessId(data0[i0], { instancePath: instancePath + "/processIds/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs3 === errors;
                if (!valid1) {
                  break;
                }
              }
            }
          } else {
            validate52.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
            return false;
          }
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.names !== void 0) {
          let data2 = data.names;
          const _errs4 = errors;
          if (errors === _errs4) {
            if (Array.isArray(data2)) {
              if (data2.length > 1e3) {
                validate52.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                return false;
              } else {
                var valid2 = true;
                const len1 = data2.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data3 = data2[i1];
                  const _errs6 = errors;
                  if (errors === _errs6) {
                    if (typeof data3 === "string") {
                      if (func2(data3) > 260) {
                        validate52.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 260 }, message: "must NOT have more than 260 characters" }];
                        return false;
                      } else {
                        if (func2(data3) < 1) {
                          validate52.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate52.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid2 = _errs6 === errors;
                  if (!valid2) {
                    break;
                  }
                }
              }
            } else {
              validate52.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs4 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.threadIds !== void 0) {
            let data4 = data.threadIds;
            const _errs8 = errors;
            if (errors === _errs8) {
              if (Array.isArray(data4)) {
                if (data4.length > 1e5) {
                  validate52.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                  return false;
                } else {
                  var valid3 = true;
                  const len2 = data4.length;
                  for (let i2 = 0; i2 < len2; i2++) {
                    const _errs10 = errors;
                    if (!sharedThreadId(data4[i2], { instancePath: instancePath + "/threadIds/" + i2, parentData: data4, parentDataProperty: i2, rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedThreadId.errors : vErrors.concat(sharedThreadId.errors);
                      errors = vErrors.length;
                    }
                    var valid3 = _errs10 === errors;
                    if (!valid3) {
                      break;
                    }
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs8 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.states !== void 0) {
              let data6 = data.states;
              const _errs11 = errors;
              if (errors === _errs11) {
                if (Array.isArray(data6)) {
                  var valid4 = true;
                  const len3 = data6.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    const _errs13 = errors;
                    if (typeof data6[i3] !== "string") {
                      validate52.errors = [{ instancePath: instancePath + "/states/" + i3, schemaPath: "#/properties/states/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid4 = _errs13 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/states", schemaPath: "#/properties/states/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs11 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.waitReasons !== void 0) {
                let data8 = data.waitReasons;
                const _errs15 = errors;
                if (errors === _errs15) {
                  if (Array.isArray(data8)) {
                    var valid5 = true;
                    const len4 = data8.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      const _errs17 = errors;
                      if (typeof data8[i4] !== "string") {
                        validate52.errors = [{ instancePath: instancePath + "/waitReasons/" + i4, schemaPath: "#/properties/waitReasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                      var valid5 = _errs17 === errors;
                      if (!valid5) {
                        break;
                      }
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/waitReasons", schemaPath: "#/properties/waitReasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs15 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.details !== void 0) {
                  let data10 = data.details;
                  const _errs19 = errors;
                  if (!(data10 === "full" || data10 === "snapshot")) {
                    validate52.errors = [{ instancePath: instancePath + "/details", schemaPath: "#/properties/details/enum", keyword: "enum", params: { allowedValues: schema19.properties.details.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs19 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.verifyOrder !== void 0) {
                    const _errs20 = errors;
                    if (typeof data.verifyOrder !== "boolean") {
                      validate52.errors = [{ instancePath: instancePath + "/verifyOrder", schemaPath: "#/properties/verifyOrder/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs20 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.includeUserStack !== void 0) {
                      const _errs22 = errors;
                      if (typeof data.includeUserStack !== "boolean") {
                        validate52.errors = [{ instancePath: instancePath + "/includeUserStack", schemaPath: "#/properties/includeUserStack/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs22 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.symbolPath !== void 0) {
                        const _errs24 = errors;
                        if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs24 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.symbolCredentials !== void 0) {
                          const _errs25 = errors;
                          if (!sharedSymbolCredentials(data.symbolCredentials, { instancePath: instancePath + "/symbolCredentials", parentData: data, parentDataProperty: "symbolCredentials", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? sharedSymbolCredentials.errors : vErrors.concat(sharedSymbolCredentials.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs25 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.symbolCredentialFile !== void 0) {
                            const _errs26 = errors;
                            if (!sharedSymbolCredentialFile(data.symbolCredentialFile, { instancePath: instancePath + "/symbolCredentialFile", parentData: data, parentDataProperty: "symbolCredentialFile", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? sharedSymbolCredentialFile.errors : vErrors.concat(sharedSymbolCredentialFile.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs26 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.machine !== void 0) {
                              const _errs27 = errors;
                              if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs27 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.propertyCase !== void 0) {
                                const _errs28 = errors;
                                if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs28 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.callerVersion !== void 0) {
                                  const _errs29 = errors;
                                  if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs29 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.adviceFor !== void 0) {
                                    const _errs30 = errors;
                                    if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs30 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.cancelOnEndOfInput !== void 0) {
                                      const _errs31 = errors;
                                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                                        validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid0 = _errs31 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      for (const key0 in data) {
                                        if (key0 !== "processIds" && key0 !== "names" && key0 !== "threadIds" && key0 !== "states" && key0 !== "waitReasons" && key0 !== "details" && key0 !== "verifyOrder" && key0 !== "includeUserStack" && key0 !== "symbolPath" && key0 !== "symbolCredentials" && key0 !== "symbolCredentialFile" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateThreadsRequest
};
