// Generated from src/contract/schema by `npm run generate`. Do not edit.
import {
  machine as sharedMachine,
} from './every.js';
import {
  address as sharedAddress,
} from './part-address.js';
import {
  fileTime as sharedFileTime,
} from './part-file-time.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';
import {
  threadId as sharedThreadId,
} from './part-thread-id.js';
import {
  time as sharedTime,
} from './part-time.js';

const threadLook = validate52;
const schema19 = { "title": "ThreadLook", "description": "What an earlier listing or live stack shows of a thread.", "type": "object", "required": ["processId", "threadId"], "properties": { "processId": { "sharedPart": "processId" }, "processName": { "type": "string" }, "threadId": { "sharedPart": "threadId" }, "createTimeRaw": { "sharedPart": "fileTime" }, "objectAddress": { "sharedPart": "address" }, "machine": { "everyPart": "machine" }, "lookTime": { "sharedPart": "time" }, "state": { "type": "string" }, "waitReason": { "type": "string" }, "waitTimeMs": { "type": "number", "minimum": 0 }, "contextSwitches": { "type": "integer", "minimum": 0 }, "key": { "description": "Of a stack, which was read through a capture. A listing has none, and disturbs no thread.", "type": "string" }, "stack": { "type": "array", "items": { "type": "string" }, "maxItems": 1e4 }, "waitingFor": { "type": "string" } }, "additionalProperties": false, "$id": "ktriage://shared/threadLook" };
const func1 = Object.prototype.hasOwnProperty;
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
          if (!func1.call(schema19.properties, key0)) {
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
            if (data.processName !== void 0) {
              const _errs3 = errors;
              if (typeof data.processName !== "string") {
                validate52.errors = [{ instancePath: instancePath + "/processName", schemaPath: "#/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.threadId !== void 0) {
                const _errs5 = errors;
                if (!sharedThreadId(data.threadId, { instancePath: instancePath + "/threadId", parentData: data, parentDataProperty: "threadId", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedThreadId.errors : vErrors.concat(sharedThreadId.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.createTimeRaw !== void 0) {
                  const _errs6 = errors;
                  if (!sharedFileTime(data.createTimeRaw, { instancePath: instancePath + "/createTimeRaw", parentData: data, parentDataProperty: "createTimeRaw", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedFileTime.errors : vErrors.concat(sharedFileTime.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.objectAddress !== void 0) {
                    const _errs7 = errors;
                    if (!sharedAddress(data.objectAddress, { instancePath: instancePath + "/objectAddress", parentData: data, parentDataProperty: "objectAddress", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
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
                      if (data.lookTime !== void 0) {
                        const _errs9 = errors;
                        if (!sharedTime(data.lookTime, { instancePath: instancePath + "/lookTime", parentData: data, parentDataProperty: "lookTime", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? sharedTime.errors : vErrors.concat(sharedTime.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs9 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.state !== void 0) {
                          const _errs10 = errors;
                          if (typeof data.state !== "string") {
                            validate52.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid0 = _errs10 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.waitReason !== void 0) {
                            const _errs12 = errors;
                            if (typeof data.waitReason !== "string") {
                              validate52.errors = [{ instancePath: instancePath + "/waitReason", schemaPath: "#/properties/waitReason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid0 = _errs12 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.waitTimeMs !== void 0) {
                              let data9 = data.waitTimeMs;
                              const _errs14 = errors;
                              if (errors === _errs14) {
                                if (typeof data9 == "number" && isFinite(data9)) {
                                  if (data9 < 0 || isNaN(data9)) {
                                    validate52.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs14 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.contextSwitches !== void 0) {
                                let data10 = data.contextSwitches;
                                const _errs16 = errors;
                                if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                                  validate52.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs16) {
                                  if (typeof data10 == "number" && isFinite(data10)) {
                                    if (data10 < 0 || isNaN(data10)) {
                                      validate52.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                      return false;
                                    }
                                  }
                                }
                                var valid0 = _errs16 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.key !== void 0) {
                                  const _errs18 = errors;
                                  if (typeof data.key !== "string") {
                                    validate52.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                  var valid0 = _errs18 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.stack !== void 0) {
                                    let data12 = data.stack;
                                    const _errs20 = errors;
                                    if (errors === _errs20) {
                                      if (Array.isArray(data12)) {
                                        if (data12.length > 1e4) {
                                          validate52.errors = [{ instancePath: instancePath + "/stack", schemaPath: "#/properties/stack/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                                          return false;
                                        } else {
                                          var valid1 = true;
                                          const len0 = data12.length;
                                          for (let i0 = 0; i0 < len0; i0++) {
                                            const _errs22 = errors;
                                            if (typeof data12[i0] !== "string") {
                                              validate52.errors = [{ instancePath: instancePath + "/stack/" + i0, schemaPath: "#/properties/stack/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                            var valid1 = _errs22 === errors;
                                            if (!valid1) {
                                              break;
                                            }
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/stack", schemaPath: "#/properties/stack/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs20 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.waitingFor !== void 0) {
                                      const _errs24 = errors;
                                      if (typeof data.waitingFor !== "string") {
                                        validate52.errors = [{ instancePath: instancePath + "/waitingFor", schemaPath: "#/properties/waitingFor/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid0 = _errs24 === errors;
                                    } else {
                                      var valid0 = true;
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
  threadLook
};
