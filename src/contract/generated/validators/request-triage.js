// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  bugCheckCode as sharedBugCheckCode,
} from './part-bug-check-code.js';
import {
  destination as sharedDestination,
} from './part-destination.js';
import {
  processIds as sharedProcessIds,
} from './part-process-ids.js';
import {
  threads as sharedThreads,
} from './part-threads.js';
import {
  timeLimitSeconds as sharedTimeLimitSeconds,
} from './part-time-limit-seconds.js';

const validateTriageRequest = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-triage.schema.json", "title": "TriageRequest", "description": "Threads to capture into kernel triage dumps.", "type": "object", "properties": { "destination": { "sharedPart": "destination" }, "threads": { "sharedPart": "threads" }, "processIds": { "sharedPart": "processIds" }, "maxThreadsPerDump": { "type": "integer", "minimum": 1, "maximum": 64 }, "unattended": { "description": "At most 10 threads a dump.", "type": "boolean" }, "bugCheckCode": { "sharedPart": "bugCheckCode" }, "bugCheckParameter": { "description": "The content of BugCheckParameter1 to 4 of each dump: the first four thread object addresses; the process id, the batch number and the first two addresses; or nothing.", "enum": ["Address", "ProcessAndAddress", "None"], "default": "Address" }, "name": { "description": "File name template with tokens in braces: {process} {pid} {date} {time} {batch} {count} {tid} {address} {machine}.", "type": "string", "minLength": 1, "maxLength": 200 }, "force": { "description": "Overwrite files that are there.", "type": "boolean" }, "acl": { "description": "Accounts that may read the files: Administrators, SYSTEM and the owner, or those of the folder.", "enum": ["Restricted", "Inherit"], "default": "Restricted" }, "manifest": { "description": "Write a JSON manifest beside the dumps.", "type": "boolean", "default": true }, "debuggerCommands": { "description": "Write the debugger commands for each dump beside it.", "type": "boolean" }, "timeLimitSeconds": { "sharedPart": "timeLimitSeconds" }, "threadRecords": { "description": "Which threads get a record of their own: all of them, or those alone that no dump holds, because a dump lists its own.", "enum": ["All", "Missing"], "default": "All" }, "planOnly": { "description": "Report what would be captured, touch nothing.", "type": "boolean" }, "repeat": { "description": "Capture so many times, and compare each capture with the one before (`ThreadComparison`, `ComparisonSummary`).", "type": "integer", "minimum": 1, "maximum": 100 }, "intervalSeconds": { "description": "Seconds between the end of a capture and the next one; 10 where nothing is given.", "type": "number", "minimum": 0, "maximum": 86400 }, "machine": { "everyPart": "machine" }, "propertyCase": { "everyPart": "propertyCase" }, "callerVersion": { "everyPart": "callerVersion" }, "adviceFor": { "everyPart": "adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const func5 = codePoints;
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
        if (data.threads !== void 0) {
          const _errs2 = errors;
          if (!sharedThreads(data.threads, { instancePath: instancePath + "/threads", parentData: data, parentDataProperty: "threads", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? sharedThreads.errors : vErrors.concat(sharedThreads.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.processIds !== void 0) {
            const _errs3 = errors;
            if (!sharedProcessIds(data.processIds, { instancePath: instancePath + "/processIds", parentData: data, parentDataProperty: "processIds", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? sharedProcessIds.errors : vErrors.concat(sharedProcessIds.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.maxThreadsPerDump !== void 0) {
              let data3 = data.maxThreadsPerDump;
              const _errs4 = errors;
              if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                validate52.errors = [{ instancePath: instancePath + "/maxThreadsPerDump", schemaPath: "#/properties/maxThreadsPerDump/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data3 == "number" && isFinite(data3)) {
                  if (data3 > 64 || isNaN(data3)) {
                    validate52.errors = [{ instancePath: instancePath + "/maxThreadsPerDump", schemaPath: "#/properties/maxThreadsPerDump/maximum", keyword: "maximum", params: { comparison: "<=", limit: 64 }, message: "must be <= 64" }];
                    return false;
                  } else {
                    if (data3 < 1 || isNaN(data3)) {
                      validate52.errors = [{ instancePath: instancePath + "/maxThreadsPerDump", schemaPath: "#/properties/maxThreadsPerDump/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.unattended !== void 0) {
                const _errs6 = errors;
                if (typeof data.unattended !== "boolean") {
                  validate52.errors = [{ instancePath: instancePath + "/unattended", schemaPath: "#/properties/unattended/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.bugCheckCode !== void 0) {
                  const _errs8 = errors;
                  if (!sharedBugCheckCode(data.bugCheckCode, { instancePath: instancePath + "/bugCheckCode", parentData: data, parentDataProperty: "bugCheckCode", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedBugCheckCode.errors : vErrors.concat(sharedBugCheckCode.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.bugCheckParameter !== void 0) {
                    let data6 = data.bugCheckParameter;
                    const _errs9 = errors;
                    if (!(data6 === "Address" || data6 === "ProcessAndAddress" || data6 === "None")) {
                      validate52.errors = [{ instancePath: instancePath + "/bugCheckParameter", schemaPath: "#/properties/bugCheckParameter/enum", keyword: "enum", params: { allowedValues: schema19.properties.bugCheckParameter.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.name !== void 0) {
                      let data7 = data.name;
                      const _errs10 = errors;
                      if (errors === _errs10) {
                        if (typeof data7 === "string") {
                          if (func5(data7) > 200) {
                            validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" }];
                            return false;
                          } else {
                            if (func5(data7) < 1) {
                              validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.force !== void 0) {
                        const _errs12 = errors;
                        if (typeof data.force !== "boolean") {
                          validate52.errors = [{ instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.acl !== void 0) {
                          let data9 = data.acl;
                          const _errs14 = errors;
                          if (!(data9 === "Restricted" || data9 === "Inherit")) {
                            validate52.errors = [{ instancePath: instancePath + "/acl", schemaPath: "#/properties/acl/enum", keyword: "enum", params: { allowedValues: schema19.properties.acl.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.manifest !== void 0) {
                            const _errs15 = errors;
                            if (typeof data.manifest !== "boolean") {
                              validate52.errors = [{ instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs15 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.debuggerCommands !== void 0) {
                              const _errs17 = errors;
                              if (typeof data.debuggerCommands !== "boolean") {
                                validate52.errors = [{ instancePath: instancePath + "/debuggerCommands", schemaPath: "#/properties/debuggerCommands/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid0 = _errs17 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.timeLimitSeconds !== void 0) {
                                const _errs19 = errors;
                                if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs19 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.threadRecords !== void 0) {
                                  let data13 = data.threadRecords;
                                  const _errs20 = errors;
                                  if (!(data13 === "All" || data13 === "Missing")) {
                                    validate52.errors = [{ instancePath: instancePath + "/threadRecords", schemaPath: "#/properties/threadRecords/enum", keyword: "enum", params: { allowedValues: schema19.properties.threadRecords.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid0 = _errs20 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.planOnly !== void 0) {
                                    const _errs21 = errors;
                                    if (typeof data.planOnly !== "boolean") {
                                      validate52.errors = [{ instancePath: instancePath + "/planOnly", schemaPath: "#/properties/planOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid0 = _errs21 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.repeat !== void 0) {
                                      let data15 = data.repeat;
                                      const _errs23 = errors;
                                      if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                        validate52.errors = [{ instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs23) {
                                        if (typeof data15 == "number" && isFinite(data15)) {
                                          if (data15 > 100 || isNaN(data15)) {
                                            validate52.errors = [{ instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                                            return false;
                                          } else {
                                            if (data15 < 1 || isNaN(data15)) {
                                              validate52.errors = [{ instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                              return false;
                                            }
                                          }
                                        }
                                      }
                                      var valid0 = _errs23 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.intervalSeconds !== void 0) {
                                        let data16 = data.intervalSeconds;
                                        const _errs25 = errors;
                                        if (errors === _errs25) {
                                          if (typeof data16 == "number" && isFinite(data16)) {
                                            if (data16 > 86400 || isNaN(data16)) {
                                              validate52.errors = [{ instancePath: instancePath + "/intervalSeconds", schemaPath: "#/properties/intervalSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" }];
                                              return false;
                                            } else {
                                              if (data16 < 0 || isNaN(data16)) {
                                                validate52.errors = [{ instancePath: instancePath + "/intervalSeconds", schemaPath: "#/properties/intervalSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/intervalSeconds", schemaPath: "#/properties/intervalSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs25 === errors;
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
                                                    if (key0 !== "destination" && key0 !== "threads" && key0 !== "processIds" && key0 !== "maxThreadsPerDump" && key0 !== "unattended" && key0 !== "bugCheckCode" && key0 !== "bugCheckParameter" && key0 !== "name" && key0 !== "force" && key0 !== "acl" && key0 !== "manifest" && key0 !== "debuggerCommands" && key0 !== "timeLimitSeconds" && key0 !== "threadRecords" && key0 !== "planOnly" && key0 !== "repeat" && key0 !== "intervalSeconds" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateTriageRequest
};
