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
  lastSystemCall as sharedLastSystemCall,
} from './part-last-system-call.js';
import {
  ntStatus as sharedNtStatus,
} from './part-nt-status.js';
import {
  pdbIdentity as sharedPdbIdentity,
} from './part-pdb-identity.js';
import {
  processId as sharedProcessId,
} from './part-process-id.js';
import {
  threadId as sharedThreadId,
} from './part-thread-id.js';
import {
  threadIds as sharedThreadIds,
} from './part-thread-ids.js';
import {
  time as sharedTime,
} from './part-time.js';

const validateCaptureManifest = validate52;
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.machine === void 0 && (missing0 = "machine") || data.simulated === void 0 && (missing0 = "simulated") || data.processId === void 0 && (missing0 = "processId") || data.threadId === void 0 && (missing0 = "threadId") || data.verdict === void 0 && (missing0 = "verdict") || data.attempts === void 0 && (missing0 = "attempts")) {
        validate53.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.machine !== void 0) {
          const _errs1 = errors;
          if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.simulated !== void 0) {
            const _errs2 = errors;
            if (typeof data.simulated !== "boolean") {
              validate53.errors = [{ instancePath: instancePath + "/simulated", schemaPath: "#/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.processId !== void 0) {
              const _errs4 = errors;
              if (!sharedProcessId(data.processId, { instancePath: instancePath + "/processId", parentData: data, parentDataProperty: "processId", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.processName !== void 0) {
                const _errs5 = errors;
                if (typeof data.processName !== "string") {
                  validate53.errors = [{ instancePath: instancePath + "/processName", schemaPath: "#/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.processCreateTimeRaw !== void 0) {
                  const _errs7 = errors;
                  if (!sharedFileTime(data.processCreateTimeRaw, { instancePath: instancePath + "/processCreateTimeRaw", parentData: data, parentDataProperty: "processCreateTimeRaw", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedFileTime.errors : vErrors.concat(sharedFileTime.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.threadId !== void 0) {
                    const _errs8 = errors;
                    if (!sharedThreadId(data.threadId, { instancePath: instancePath + "/threadId", parentData: data, parentDataProperty: "threadId", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedThreadId.errors : vErrors.concat(sharedThreadId.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.createTimeRaw !== void 0) {
                      const _errs9 = errors;
                      if (!sharedFileTime(data.createTimeRaw, { instancePath: instancePath + "/createTimeRaw", parentData: data, parentDataProperty: "createTimeRaw", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedFileTime.errors : vErrors.concat(sharedFileTime.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs9 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.objectAddress !== void 0) {
                        const _errs10 = errors;
                        if (!sharedAddress(data.objectAddress, { instancePath: instancePath + "/objectAddress", parentData: data, parentDataProperty: "objectAddress", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs10 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.state !== void 0) {
                          const _errs11 = errors;
                          if (typeof data.state !== "string") {
                            validate53.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid0 = _errs11 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.waitReason !== void 0) {
                            const _errs13 = errors;
                            if (typeof data.waitReason !== "string") {
                              validate53.errors = [{ instancePath: instancePath + "/waitReason", schemaPath: "#/properties/waitReason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid0 = _errs13 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.waitTimeMs !== void 0) {
                              let data10 = data.waitTimeMs;
                              const _errs15 = errors;
                              if (errors === _errs15) {
                                if (typeof data10 == "number" && isFinite(data10)) {
                                  if (data10 < 0 || isNaN(data10)) {
                                    validate53.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                } else {
                                  validate53.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs15 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.contextSwitches !== void 0) {
                                let data11 = data.contextSwitches;
                                const _errs17 = errors;
                                if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                                  validate53.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs17) {
                                  if (typeof data11 == "number" && isFinite(data11)) {
                                    if (data11 < 0 || isNaN(data11)) {
                                      validate53.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                      return false;
                                    }
                                  }
                                }
                                var valid0 = _errs17 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.ioPending !== void 0) {
                                  const _errs19 = errors;
                                  if (typeof data.ioPending !== "boolean") {
                                    validate53.errors = [{ instancePath: instancePath + "/ioPending", schemaPath: "#/properties/ioPending/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                    return false;
                                  }
                                  var valid0 = _errs19 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.lastSystemCall !== void 0) {
                                    const _errs21 = errors;
                                    if (!sharedLastSystemCall(data.lastSystemCall, { instancePath: instancePath + "/lastSystemCall", parentData: data, parentDataProperty: "lastSystemCall", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedLastSystemCall.errors : vErrors.concat(sharedLastSystemCall.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs21 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.after !== void 0) {
                                      let data14 = data.after;
                                      const _errs22 = errors;
                                      if (errors === _errs22) {
                                        if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                          let missing1;
                                          if (data14.contextSwitches === void 0 && (missing1 = "contextSwitches")) {
                                            validate53.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                            return false;
                                          } else {
                                            if (data14.state !== void 0) {
                                              const _errs24 = errors;
                                              if (typeof data14.state !== "string") {
                                                validate53.errors = [{ instancePath: instancePath + "/after/state", schemaPath: "#/properties/after/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid1 = _errs24 === errors;
                                            } else {
                                              var valid1 = true;
                                            }
                                            if (valid1) {
                                              if (data14.waitReason !== void 0) {
                                                const _errs26 = errors;
                                                if (typeof data14.waitReason !== "string") {
                                                  validate53.errors = [{ instancePath: instancePath + "/after/waitReason", schemaPath: "#/properties/after/properties/waitReason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                                var valid1 = _errs26 === errors;
                                              } else {
                                                var valid1 = true;
                                              }
                                              if (valid1) {
                                                if (data14.waitTimeMs !== void 0) {
                                                  let data17 = data14.waitTimeMs;
                                                  const _errs28 = errors;
                                                  if (errors === _errs28) {
                                                    if (typeof data17 == "number" && isFinite(data17)) {
                                                      if (data17 < 0 || isNaN(data17)) {
                                                        validate53.errors = [{ instancePath: instancePath + "/after/waitTimeMs", schemaPath: "#/properties/after/properties/waitTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate53.errors = [{ instancePath: instancePath + "/after/waitTimeMs", schemaPath: "#/properties/after/properties/waitTimeMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid1 = _errs28 === errors;
                                                } else {
                                                  var valid1 = true;
                                                }
                                                if (valid1) {
                                                  if (data14.contextSwitches !== void 0) {
                                                    let data18 = data14.contextSwitches;
                                                    const _errs30 = errors;
                                                    if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                                                      validate53.errors = [{ instancePath: instancePath + "/after/contextSwitches", schemaPath: "#/properties/after/properties/contextSwitches/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                      return false;
                                                    }
                                                    if (errors === _errs30) {
                                                      if (typeof data18 == "number" && isFinite(data18)) {
                                                        if (data18 < 0 || isNaN(data18)) {
                                                          validate53.errors = [{ instancePath: instancePath + "/after/contextSwitches", schemaPath: "#/properties/after/properties/contextSwitches/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    var valid1 = _errs30 === errors;
                                                  } else {
                                                    var valid1 = true;
                                                  }
                                                  if (valid1) {
                                                    if (data14.ioPending !== void 0) {
                                                      const _errs32 = errors;
                                                      if (typeof data14.ioPending !== "boolean") {
                                                        validate53.errors = [{ instancePath: instancePath + "/after/ioPending", schemaPath: "#/properties/after/properties/ioPending/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                        return false;
                                                      }
                                                      var valid1 = _errs32 === errors;
                                                    } else {
                                                      var valid1 = true;
                                                    }
                                                    if (valid1) {
                                                      if (data14.lastSystemCall !== void 0) {
                                                        const _errs34 = errors;
                                                        if (!sharedLastSystemCall(data14.lastSystemCall, { instancePath: instancePath + "/after/lastSystemCall", parentData: data14, parentDataProperty: "lastSystemCall", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? sharedLastSystemCall.errors : vErrors.concat(sharedLastSystemCall.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        var valid1 = _errs34 === errors;
                                                      } else {
                                                        var valid1 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate53.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs22 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.verdict !== void 0) {
                                        const _errs35 = errors;
                                        if (typeof data.verdict !== "string") {
                                          validate53.errors = [{ instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid0 = _errs35 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.reason !== void 0) {
                                          const _errs37 = errors;
                                          if (typeof data.reason !== "string") {
                                            validate53.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                          var valid0 = _errs37 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.ntStatus !== void 0) {
                                            const _errs39 = errors;
                                            if (!sharedNtStatus(data.ntStatus, { instancePath: instancePath + "/ntStatus", parentData: data, parentDataProperty: "ntStatus", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? sharedNtStatus.errors : vErrors.concat(sharedNtStatus.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs39 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.path !== void 0) {
                                              const _errs40 = errors;
                                              if (typeof data.path !== "string") {
                                                validate53.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid0 = _errs40 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.batch !== void 0) {
                                                let data25 = data.batch;
                                                const _errs42 = errors;
                                                if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
                                                  validate53.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                  return false;
                                                }
                                                if (errors === _errs42) {
                                                  if (typeof data25 == "number" && isFinite(data25)) {
                                                    if (data25 < 0 || isNaN(data25)) {
                                                      validate53.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                                var valid0 = _errs42 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.attempts !== void 0) {
                                                  let data26 = data.attempts;
                                                  const _errs44 = errors;
                                                  if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
                                                    validate53.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs44) {
                                                    if (typeof data26 == "number" && isFinite(data26)) {
                                                      if (data26 < 0 || isNaN(data26)) {
                                                        validate53.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid0 = _errs44 === errors;
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
                }
              }
            }
          }
        }
      }
    } else {
      validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": { "machine": true, "simulated": true, "processId": true, "processName": true, "processCreateTimeRaw": true, "threadId": true, "createTimeRaw": true, "objectAddress": true, "state": true, "waitReason": true, "waitTimeMs": true, "contextSwitches": true, "ioPending": true, "lastSystemCall": true, "after": true, "verdict": true, "reason": true, "ntStatus": true, "path": true, "batch": true, "attempts": true }, "dynamicProps": false, "dynamicItems": false };
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
      if (data.manifest === void 0 && (missing0 = "manifest") || data.product === void 0 && (missing0 = "product") || data.machine === void 0 && (missing0 = "machine") || data.createdTime === void 0 && (missing0 = "createdTime") || data.dumps === void 0 && (missing0 = "dumps") || data.threads === void 0 && (missing0 = "threads") || data.drivers === void 0 && (missing0 = "drivers")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.manifest !== void 0) {
          const _errs1 = errors;
          if (1 !== data.manifest) {
            validate52.errors = [{ instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.product !== void 0) {
            const _errs2 = errors;
            if (typeof data.product !== "string") {
              validate52.errors = [{ instancePath: instancePath + "/product", schemaPath: "#/properties/product/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.createdTime !== void 0) {
              const _errs4 = errors;
              if (!sharedTime(data.createdTime, { instancePath: instancePath + "/createdTime", parentData: data, parentDataProperty: "createdTime", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedTime.errors : vErrors.concat(sharedTime.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.afterTime !== void 0) {
                const _errs5 = errors;
                if (!sharedTime(data.afterTime, { instancePath: instancePath + "/afterTime", parentData: data, parentDataProperty: "afterTime", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedTime.errors : vErrors.concat(sharedTime.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.interrupted !== void 0) {
                  const _errs6 = errors;
                  if (typeof data.interrupted !== "boolean") {
                    validate52.errors = [{ instancePath: instancePath + "/interrupted", schemaPath: "#/properties/interrupted/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.requestedCount !== void 0) {
                    let data5 = data.requestedCount;
                    const _errs8 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate52.errors = [{ instancePath: instancePath + "/requestedCount", schemaPath: "#/properties/requestedCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs8) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 < 0 || isNaN(data5)) {
                          validate52.errors = [{ instancePath: instancePath + "/requestedCount", schemaPath: "#/properties/requestedCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.machine !== void 0) {
                      let data6 = data.machine;
                      const _errs10 = errors;
                      if (errors === _errs10) {
                        if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                          let missing1;
                          if (data6.name === void 0 && (missing1 = "name") || data6.simulated === void 0 && (missing1 = "simulated") || data6.computerName === void 0 && (missing1 = "computerName") || data6.windowsBuild === void 0 && (missing1 = "windowsBuild") || data6.architecture === void 0 && (missing1 = "architecture") || data6.logicalProcessors === void 0 && (missing1 = "logicalProcessors")) {
                            validate52.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                            return false;
                          } else {
                            if (data6.name !== void 0) {
                              const _errs12 = errors;
                              if (!sharedMachine(data6.name, { instancePath: instancePath + "/machine/name", parentData: data6, parentDataProperty: "name", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs12 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data6.simulated !== void 0) {
                                const _errs13 = errors;
                                if (typeof data6.simulated !== "boolean") {
                                  validate52.errors = [{ instancePath: instancePath + "/machine/simulated", schemaPath: "#/properties/machine/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid1 = _errs13 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data6.computerName !== void 0) {
                                  const _errs15 = errors;
                                  if (typeof data6.computerName !== "string") {
                                    validate52.errors = [{ instancePath: instancePath + "/machine/computerName", schemaPath: "#/properties/machine/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                  var valid1 = _errs15 === errors;
                                } else {
                                  var valid1 = true;
                                }
                                if (valid1) {
                                  if (data6.windowsBuild !== void 0) {
                                    let data10 = data6.windowsBuild;
                                    const _errs17 = errors;
                                    if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                                      validate52.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs17) {
                                      if (typeof data10 == "number" && isFinite(data10)) {
                                        if (data10 < 0 || isNaN(data10)) {
                                          validate52.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid1 = _errs17 === errors;
                                  } else {
                                    var valid1 = true;
                                  }
                                  if (valid1) {
                                    if (data6.architecture !== void 0) {
                                      const _errs19 = errors;
                                      if (typeof data6.architecture !== "string") {
                                        validate52.errors = [{ instancePath: instancePath + "/machine/architecture", schemaPath: "#/properties/machine/properties/architecture/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid1 = _errs19 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                    if (valid1) {
                                      if (data6.logicalProcessors !== void 0) {
                                        let data12 = data6.logicalProcessors;
                                        const _errs21 = errors;
                                        if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                                          validate52.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs21) {
                                          if (typeof data12 == "number" && isFinite(data12)) {
                                            if (data12 < 0 || isNaN(data12)) {
                                              validate52.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid1 = _errs21 === errors;
                                      } else {
                                        var valid1 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.dumps !== void 0) {
                        let data13 = data.dumps;
                        const _errs23 = errors;
                        if (errors === _errs23) {
                          if (Array.isArray(data13)) {
                            var valid2 = true;
                            const len0 = data13.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              let data14 = data13[i0];
                              const _errs25 = errors;
                              if (errors === _errs25) {
                                if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                  let missing2;
                                  if (data14.fileName === void 0 && (missing2 = "fileName") || data14.size === void 0 && (missing2 = "size") || data14.batch === void 0 && (missing2 = "batch") || data14.processId === void 0 && (missing2 = "processId") || data14.processName === void 0 && (missing2 = "processName") || data14.threadIds === void 0 && (missing2 = "threadIds") || data14.captureMs === void 0 && (missing2 = "captureMs")) {
                                    validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0, schemaPath: "#/properties/dumps/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                    return false;
                                  } else {
                                    if (data14.fileName !== void 0) {
                                      const _errs27 = errors;
                                      if (typeof data14.fileName !== "string") {
                                        validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/fileName", schemaPath: "#/properties/dumps/items/properties/fileName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid3 = _errs27 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                    if (valid3) {
                                      if (data14.size !== void 0) {
                                        let data16 = data14.size;
                                        const _errs29 = errors;
                                        if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                          validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs29) {
                                          if (typeof data16 == "number" && isFinite(data16)) {
                                            if (data16 < 0 || isNaN(data16)) {
                                              validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid3 = _errs29 === errors;
                                      } else {
                                        var valid3 = true;
                                      }
                                      if (valid3) {
                                        if (data14.batch !== void 0) {
                                          let data17 = data14.batch;
                                          const _errs31 = errors;
                                          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                                            validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs31) {
                                            if (typeof data17 == "number" && isFinite(data17)) {
                                              if (data17 < 0 || isNaN(data17)) {
                                                validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid3 = _errs31 === errors;
                                        } else {
                                          var valid3 = true;
                                        }
                                        if (valid3) {
                                          if (data14.processId !== void 0) {
                                            const _errs33 = errors;
                                            if (!sharedProcessId(data14.processId, { instancePath: instancePath + "/dumps/" + i0 + "/processId", parentData: data14, parentDataProperty: "processId", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid3 = _errs33 === errors;
                                          } else {
                                            var valid3 = true;
                                          }
                                          if (valid3) {
                                            if (data14.processName !== void 0) {
                                              const _errs34 = errors;
                                              if (typeof data14.processName !== "string") {
                                                validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processName", schemaPath: "#/properties/dumps/items/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid3 = _errs34 === errors;
                                            } else {
                                              var valid3 = true;
                                            }
                                            if (valid3) {
                                              if (data14.threadIds !== void 0) {
                                                const _errs36 = errors;
                                                if (!sharedThreadIds(data14.threadIds, { instancePath: instancePath + "/dumps/" + i0 + "/threadIds", parentData: data14, parentDataProperty: "threadIds", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? sharedThreadIds.errors : vErrors.concat(sharedThreadIds.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid3 = _errs36 === errors;
                                              } else {
                                                var valid3 = true;
                                              }
                                              if (valid3) {
                                                if (data14.captureMs !== void 0) {
                                                  let data21 = data14.captureMs;
                                                  const _errs37 = errors;
                                                  if (!(typeof data21 == "number" && isFinite(data21))) {
                                                    validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/captureMs", schemaPath: "#/properties/dumps/items/properties/captureMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                    return false;
                                                  }
                                                  var valid3 = _errs37 === errors;
                                                } else {
                                                  var valid3 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/dumps/" + i0, schemaPath: "#/properties/dumps/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                  return false;
                                }
                              }
                              var valid2 = _errs25 === errors;
                              if (!valid2) {
                                break;
                              }
                            }
                          } else {
                            validate52.errors = [{ instancePath: instancePath + "/dumps", schemaPath: "#/properties/dumps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid0 = _errs23 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.threads !== void 0) {
                          let data22 = data.threads;
                          const _errs39 = errors;
                          if (errors === _errs39) {
                            if (Array.isArray(data22)) {
                              var valid4 = true;
                              const len1 = data22.length;
                              for (let i1 = 0; i1 < len1; i1++) {
                                const _errs41 = errors;
                                if (!validate53(data22[i1], { instancePath: instancePath + "/threads/" + i1, parentData: data22, parentDataProperty: i1, rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                  errors = vErrors.length;
                                }
                                var valid4 = _errs41 === errors;
                                if (!valid4) {
                                  break;
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs39 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.otherThreads !== void 0) {
                            let data24 = data.otherThreads;
                            const _errs42 = errors;
                            if (errors === _errs42) {
                              if (Array.isArray(data24)) {
                                var valid5 = true;
                                const len2 = data24.length;
                                for (let i2 = 0; i2 < len2; i2++) {
                                  let data25 = data24[i2];
                                  const _errs44 = errors;
                                  if (errors === _errs44) {
                                    if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                      let missing3;
                                      if (data25.objectAddress === void 0 && (missing3 = "objectAddress") || data25.processId === void 0 && (missing3 = "processId") || data25.processName === void 0 && (missing3 = "processName") || data25.threadId === void 0 && (missing3 = "threadId") || data25.createTimeRaw === void 0 && (missing3 = "createTimeRaw")) {
                                        validate52.errors = [{ instancePath: instancePath + "/otherThreads/" + i2, schemaPath: "#/properties/otherThreads/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                        return false;
                                      } else {
                                        if (data25.objectAddress !== void 0) {
                                          const _errs46 = errors;
                                          if (!sharedAddress(data25.objectAddress, { instancePath: instancePath + "/otherThreads/" + i2 + "/objectAddress", parentData: data25, parentDataProperty: "objectAddress", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid6 = _errs46 === errors;
                                        } else {
                                          var valid6 = true;
                                        }
                                        if (valid6) {
                                          if (data25.processId !== void 0) {
                                            const _errs47 = errors;
                                            if (!sharedProcessId(data25.processId, { instancePath: instancePath + "/otherThreads/" + i2 + "/processId", parentData: data25, parentDataProperty: "processId", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? sharedProcessId.errors : vErrors.concat(sharedProcessId.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid6 = _errs47 === errors;
                                          } else {
                                            var valid6 = true;
                                          }
                                          if (valid6) {
                                            if (data25.processName !== void 0) {
                                              const _errs48 = errors;
                                              if (typeof data25.processName !== "string") {
                                                validate52.errors = [{ instancePath: instancePath + "/otherThreads/" + i2 + "/processName", schemaPath: "#/properties/otherThreads/items/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid6 = _errs48 === errors;
                                            } else {
                                              var valid6 = true;
                                            }
                                            if (valid6) {
                                              if (data25.threadId !== void 0) {
                                                const _errs50 = errors;
                                                if (!sharedThreadId(data25.threadId, { instancePath: instancePath + "/otherThreads/" + i2 + "/threadId", parentData: data25, parentDataProperty: "threadId", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? sharedThreadId.errors : vErrors.concat(sharedThreadId.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid6 = _errs50 === errors;
                                              } else {
                                                var valid6 = true;
                                              }
                                              if (valid6) {
                                                if (data25.createTimeRaw !== void 0) {
                                                  const _errs51 = errors;
                                                  if (!sharedFileTime(data25.createTimeRaw, { instancePath: instancePath + "/otherThreads/" + i2 + "/createTimeRaw", parentData: data25, parentDataProperty: "createTimeRaw", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? sharedFileTime.errors : vErrors.concat(sharedFileTime.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid6 = _errs51 === errors;
                                                } else {
                                                  var valid6 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/otherThreads/" + i2, schemaPath: "#/properties/otherThreads/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                  }
                                  var valid5 = _errs44 === errors;
                                  if (!valid5) {
                                    break;
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/otherThreads", schemaPath: "#/properties/otherThreads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid0 = _errs42 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.drivers !== void 0) {
                              let data31 = data.drivers;
                              const _errs52 = errors;
                              if (errors === _errs52) {
                                if (Array.isArray(data31)) {
                                  var valid7 = true;
                                  const len3 = data31.length;
                                  for (let i3 = 0; i3 < len3; i3++) {
                                    let data32 = data31[i3];
                                    const _errs54 = errors;
                                    if (errors === _errs54) {
                                      if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                                        let missing4;
                                        if (data32.name === void 0 && (missing4 = "name") || data32.path === void 0 && (missing4 = "path") || data32.imageSize === void 0 && (missing4 = "imageSize")) {
                                          validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3, schemaPath: "#/properties/drivers/items/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                          return false;
                                        } else {
                                          if (data32.name !== void 0) {
                                            const _errs56 = errors;
                                            if (typeof data32.name !== "string") {
                                              validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/name", schemaPath: "#/properties/drivers/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                            var valid8 = _errs56 === errors;
                                          } else {
                                            var valid8 = true;
                                          }
                                          if (valid8) {
                                            if (data32.path !== void 0) {
                                              const _errs58 = errors;
                                              if (typeof data32.path !== "string") {
                                                validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/path", schemaPath: "#/properties/drivers/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid8 = _errs58 === errors;
                                            } else {
                                              var valid8 = true;
                                            }
                                            if (valid8) {
                                              if (data32.base !== void 0) {
                                                const _errs60 = errors;
                                                if (!sharedAddress(data32.base, { instancePath: instancePath + "/drivers/" + i3 + "/base", parentData: data32, parentDataProperty: "base", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid8 = _errs60 === errors;
                                              } else {
                                                var valid8 = true;
                                              }
                                              if (valid8) {
                                                if (data32.imageSize !== void 0) {
                                                  let data36 = data32.imageSize;
                                                  const _errs61 = errors;
                                                  if (!(typeof data36 == "number" && (!(data36 % 1) && !isNaN(data36)) && isFinite(data36))) {
                                                    validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs61) {
                                                    if (typeof data36 == "number" && isFinite(data36)) {
                                                      if (data36 < 0 || isNaN(data36)) {
                                                        validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid8 = _errs61 === errors;
                                                } else {
                                                  var valid8 = true;
                                                }
                                                if (valid8) {
                                                  if (data32.timeDateStamp !== void 0) {
                                                    let data37 = data32.timeDateStamp;
                                                    const _errs63 = errors;
                                                    if (!(typeof data37 == "number" && (!(data37 % 1) && !isNaN(data37)) && isFinite(data37))) {
                                                      validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                      return false;
                                                    }
                                                    if (errors === _errs63) {
                                                      if (typeof data37 == "number" && isFinite(data37)) {
                                                        if (data37 < 0 || isNaN(data37)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    var valid8 = _errs63 === errors;
                                                  } else {
                                                    var valid8 = true;
                                                  }
                                                  if (valid8) {
                                                    if (data32.checkSum !== void 0) {
                                                      let data38 = data32.checkSum;
                                                      const _errs65 = errors;
                                                      if (!(typeof data38 == "number" && (!(data38 % 1) && !isNaN(data38)) && isFinite(data38))) {
                                                        validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                        return false;
                                                      }
                                                      if (errors === _errs65) {
                                                        if (typeof data38 == "number" && isFinite(data38)) {
                                                          if (data38 < 0 || isNaN(data38)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                      var valid8 = _errs65 === errors;
                                                    } else {
                                                      var valid8 = true;
                                                    }
                                                    if (valid8) {
                                                      if (data32.pdb !== void 0) {
                                                        const _errs67 = errors;
                                                        if (!sharedPdbIdentity(data32.pdb, { instancePath: instancePath + "/drivers/" + i3 + "/pdb", parentData: data32, parentDataProperty: "pdb", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? sharedPdbIdentity.errors : vErrors.concat(sharedPdbIdentity.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        var valid8 = _errs67 === errors;
                                                      } else {
                                                        var valid8 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/drivers/" + i3, schemaPath: "#/properties/drivers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                    }
                                    var valid7 = _errs54 === errors;
                                    if (!valid7) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/drivers", schemaPath: "#/properties/drivers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs52 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.failures !== void 0) {
                                let data40 = data.failures;
                                const _errs68 = errors;
                                if (errors === _errs68) {
                                  if (Array.isArray(data40)) {
                                    var valid9 = true;
                                    const len4 = data40.length;
                                    for (let i4 = 0; i4 < len4; i4++) {
                                      let data41 = data40[i4];
                                      const _errs70 = errors;
                                      if (errors === _errs70) {
                                        if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
                                          let missing5;
                                          if (data41.code === void 0 && (missing5 = "code") || data41.message === void 0 && (missing5 = "message")) {
                                            validate52.errors = [{ instancePath: instancePath + "/failures/" + i4, schemaPath: "#/properties/failures/items/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                            return false;
                                          } else {
                                            if (data41.code !== void 0) {
                                              const _errs72 = errors;
                                              if (typeof data41.code !== "string") {
                                                validate52.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/code", schemaPath: "#/properties/failures/items/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid10 = _errs72 === errors;
                                            } else {
                                              var valid10 = true;
                                            }
                                            if (valid10) {
                                              if (data41.message !== void 0) {
                                                const _errs74 = errors;
                                                if (typeof data41.message !== "string") {
                                                  validate52.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/message", schemaPath: "#/properties/failures/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                                var valid10 = _errs74 === errors;
                                              } else {
                                                var valid10 = true;
                                              }
                                              if (valid10) {
                                                if (data41.ntStatus !== void 0) {
                                                  const _errs76 = errors;
                                                  if (!sharedNtStatus(data41.ntStatus, { instancePath: instancePath + "/failures/" + i4 + "/ntStatus", parentData: data41, parentDataProperty: "ntStatus", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? sharedNtStatus.errors : vErrors.concat(sharedNtStatus.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid10 = _errs76 === errors;
                                                } else {
                                                  var valid10 = true;
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/failures/" + i4, schemaPath: "#/properties/failures/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                          return false;
                                        }
                                      }
                                      var valid9 = _errs70 === errors;
                                      if (!valid9) {
                                        break;
                                      }
                                    }
                                  } else {
                                    validate52.errors = [{ instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs68 === errors;
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
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": { "manifest": true, "product": true, "createdTime": true, "afterTime": true, "interrupted": true, "requestedCount": true, "machine": true, "dumps": true, "threads": true, "otherThreads": true, "drivers": true, "failures": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateCaptureManifest
};
