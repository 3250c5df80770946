// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateCaptureManifest = validate20;
const func1 = codePoints;
const pattern4 = new RegExp("^[0-9]{1,20}$", "u");
const pattern6 = new RegExp("^0x[0-9a-f]{16}$", "u");
const pattern7 = new RegExp("^0x[0-9A-F]{8}$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
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
        validate22.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.machine !== void 0) {
          let data0 = data.machine;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func1(data0) > 100) {
                validate22.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                return false;
              } else {
                if (func1(data0) < 1) {
                  validate22.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              }
            } else {
              validate22.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.simulated !== void 0) {
            const _errs4 = errors;
            if (typeof data.simulated !== "boolean") {
              validate22.errors = [{ instancePath: instancePath + "/simulated", schemaPath: "#/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.processId !== void 0) {
              let data2 = data.processId;
              const _errs6 = errors;
              const _errs7 = errors;
              if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                validate22.errors = [{ instancePath: instancePath + "/processId", schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs7) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 > 4294967295 || isNaN(data2)) {
                    validate22.errors = [{ instancePath: instancePath + "/processId", schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                    return false;
                  } else {
                    if (data2 < 0 || isNaN(data2)) {
                      validate22.errors = [{ instancePath: instancePath + "/processId", schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.processName !== void 0) {
                const _errs9 = errors;
                if (typeof data.processName !== "string") {
                  validate22.errors = [{ instancePath: instancePath + "/processName", schemaPath: "#/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.processCreateTimeRaw !== void 0) {
                  let data4 = data.processCreateTimeRaw;
                  const _errs11 = errors;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (typeof data4 === "string") {
                      if (!pattern4.test(data4)) {
                        validate22.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "common.schema.json#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                        return false;
                      }
                    } else {
                      validate22.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "common.schema.json#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs11 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.threadId !== void 0) {
                    let data5 = data.threadId;
                    const _errs14 = errors;
                    const _errs15 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate22.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs15) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 4294967295 || isNaN(data5)) {
                          validate22.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                          return false;
                        } else {
                          if (data5 < 0 || isNaN(data5)) {
                            validate22.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs14 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.createTimeRaw !== void 0) {
                      let data6 = data.createTimeRaw;
                      const _errs17 = errors;
                      const _errs18 = errors;
                      if (errors === _errs18) {
                        if (typeof data6 === "string") {
                          if (!pattern4.test(data6)) {
                            validate22.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "common.schema.json#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                            return false;
                          }
                        } else {
                          validate22.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "common.schema.json#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs17 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.objectAddress !== void 0) {
                        let data7 = data.objectAddress;
                        const _errs20 = errors;
                        const _errs21 = errors;
                        if (errors === _errs21) {
                          if (typeof data7 === "string") {
                            if (!pattern6.test(data7)) {
                              validate22.errors = [{ instancePath: instancePath + "/objectAddress", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                              return false;
                            }
                          } else {
                            validate22.errors = [{ instancePath: instancePath + "/objectAddress", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs20 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.state !== void 0) {
                          const _errs23 = errors;
                          if (typeof data.state !== "string") {
                            validate22.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid0 = _errs23 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.waitReason !== void 0) {
                            const _errs25 = errors;
                            if (typeof data.waitReason !== "string") {
                              validate22.errors = [{ instancePath: instancePath + "/waitReason", schemaPath: "#/properties/waitReason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid0 = _errs25 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.waitTimeMs !== void 0) {
                              let data10 = data.waitTimeMs;
                              const _errs27 = errors;
                              if (errors === _errs27) {
                                if (typeof data10 == "number" && isFinite(data10)) {
                                  if (data10 < 0 || isNaN(data10)) {
                                    validate22.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                } else {
                                  validate22.errors = [{ instancePath: instancePath + "/waitTimeMs", schemaPath: "#/properties/waitTimeMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs27 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.contextSwitches !== void 0) {
                                let data11 = data.contextSwitches;
                                const _errs29 = errors;
                                if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                                  validate22.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs29) {
                                  if (typeof data11 == "number" && isFinite(data11)) {
                                    if (data11 < 0 || isNaN(data11)) {
                                      validate22.errors = [{ instancePath: instancePath + "/contextSwitches", schemaPath: "#/properties/contextSwitches/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                      return false;
                                    }
                                  }
                                }
                                var valid0 = _errs29 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.verdict !== void 0) {
                                  const _errs31 = errors;
                                  if (typeof data.verdict !== "string") {
                                    validate22.errors = [{ instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                  var valid0 = _errs31 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.reason !== void 0) {
                                    const _errs33 = errors;
                                    if (typeof data.reason !== "string") {
                                      validate22.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid0 = _errs33 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.ntStatus !== void 0) {
                                      let data14 = data.ntStatus;
                                      const _errs35 = errors;
                                      const _errs36 = errors;
                                      if (errors === _errs36) {
                                        if (typeof data14 === "string") {
                                          if (!pattern7.test(data14)) {
                                            validate22.errors = [{ instancePath: instancePath + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/pattern", keyword: "pattern", params: { pattern: "^0x[0-9A-F]{8}$" }, message: 'must match pattern "^0x[0-9A-F]{8}$"' }];
                                            return false;
                                          }
                                        } else {
                                          validate22.errors = [{ instancePath: instancePath + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs35 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.path !== void 0) {
                                        const _errs38 = errors;
                                        if (typeof data.path !== "string") {
                                          validate22.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid0 = _errs38 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.batch !== void 0) {
                                          let data16 = data.batch;
                                          const _errs40 = errors;
                                          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                            validate22.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs40) {
                                            if (typeof data16 == "number" && isFinite(data16)) {
                                              if (data16 < 0 || isNaN(data16)) {
                                                validate22.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid0 = _errs40 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.attempts !== void 0) {
                                            let data17 = data.attempts;
                                            const _errs42 = errors;
                                            if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                                              validate22.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs42) {
                                              if (typeof data17 == "number" && isFinite(data17)) {
                                                if (data17 < 0 || isNaN(data17)) {
                                                  validate22.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid0 = _errs42 === errors;
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
    } else {
      validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": { "machine": true, "simulated": true, "processId": true, "processName": true, "processCreateTimeRaw": true, "threadId": true, "createTimeRaw": true, "objectAddress": true, "state": true, "waitReason": true, "waitTimeMs": true, "contextSwitches": true, "verdict": true, "reason": true, "ntStatus": true, "path": true, "batch": true, "attempts": true }, "dynamicProps": false, "dynamicItems": false };
const pattern9 = new RegExp("^[0-9A-F]{32}$", "u");
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
      if (data.manifest === void 0 && (missing0 = "manifest") || data.product === void 0 && (missing0 = "product") || data.machine === void 0 && (missing0 = "machine") || data.createdTime === void 0 && (missing0 = "createdTime") || data.dumps === void 0 && (missing0 = "dumps") || data.threads === void 0 && (missing0 = "threads") || data.drivers === void 0 && (missing0 = "drivers")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.manifest !== void 0) {
          const _errs1 = errors;
          if (1 !== data.manifest) {
            validate20.errors = [{ instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" }];
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
              validate20.errors = [{ instancePath: instancePath + "/product", schemaPath: "#/properties/product/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.createdTime !== void 0) {
              const _errs4 = errors;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (errors === _errs5) {
                  if (!(typeof data.createdTime === "string")) {
                    validate20.errors = [{ instancePath: instancePath + "/createdTime", schemaPath: "common.schema.json#/$defs/time/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.interrupted !== void 0) {
                const _errs7 = errors;
                if (typeof data.interrupted !== "boolean") {
                  validate20.errors = [{ instancePath: instancePath + "/interrupted", schemaPath: "#/properties/interrupted/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.requestedCount !== void 0) {
                  let data4 = data.requestedCount;
                  const _errs9 = errors;
                  if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                    validate20.errors = [{ instancePath: instancePath + "/requestedCount", schemaPath: "#/properties/requestedCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs9) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 < 0 || isNaN(data4)) {
                        validate20.errors = [{ instancePath: instancePath + "/requestedCount", schemaPath: "#/properties/requestedCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.machine !== void 0) {
                    let data5 = data.machine;
                    const _errs11 = errors;
                    if (errors === _errs11) {
                      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                        let missing1;
                        if (data5.name === void 0 && (missing1 = "name") || data5.simulated === void 0 && (missing1 = "simulated") || data5.computerName === void 0 && (missing1 = "computerName") || data5.windowsBuild === void 0 && (missing1 = "windowsBuild") || data5.architecture === void 0 && (missing1 = "architecture") || data5.logicalProcessors === void 0 && (missing1 = "logicalProcessors")) {
                          validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                          return false;
                        } else {
                          if (data5.name !== void 0) {
                            let data6 = data5.name;
                            const _errs13 = errors;
                            const _errs14 = errors;
                            if (errors === _errs14) {
                              if (typeof data6 === "string") {
                                if (func1(data6) > 100) {
                                  validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                  return false;
                                } else {
                                  if (func1(data6) < 1) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid2 = _errs13 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data5.simulated !== void 0) {
                              const _errs16 = errors;
                              if (typeof data5.simulated !== "boolean") {
                                validate20.errors = [{ instancePath: instancePath + "/machine/simulated", schemaPath: "#/properties/machine/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid2 = _errs16 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data5.computerName !== void 0) {
                                const _errs18 = errors;
                                if (typeof data5.computerName !== "string") {
                                  validate20.errors = [{ instancePath: instancePath + "/machine/computerName", schemaPath: "#/properties/machine/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid2 = _errs18 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data5.windowsBuild !== void 0) {
                                  let data9 = data5.windowsBuild;
                                  const _errs20 = errors;
                                  if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                    return false;
                                  }
                                  if (errors === _errs20) {
                                    if (typeof data9 == "number" && isFinite(data9)) {
                                      if (data9 < 0 || isNaN(data9)) {
                                        validate20.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                  var valid2 = _errs20 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data5.architecture !== void 0) {
                                    const _errs22 = errors;
                                    if (typeof data5.architecture !== "string") {
                                      validate20.errors = [{ instancePath: instancePath + "/machine/architecture", schemaPath: "#/properties/machine/properties/architecture/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid2 = _errs22 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data5.logicalProcessors !== void 0) {
                                      let data11 = data5.logicalProcessors;
                                      const _errs24 = errors;
                                      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                                        validate20.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs24) {
                                        if (typeof data11 == "number" && isFinite(data11)) {
                                          if (data11 < 0 || isNaN(data11)) {
                                            validate20.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid2 = _errs24 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.dumps !== void 0) {
                      let data12 = data.dumps;
                      const _errs26 = errors;
                      if (errors === _errs26) {
                        if (Array.isArray(data12)) {
                          var valid4 = true;
                          const len0 = data12.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            let data13 = data12[i0];
                            const _errs28 = errors;
                            if (errors === _errs28) {
                              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                                let missing2;
                                if (data13.fileName === void 0 && (missing2 = "fileName") || data13.size === void 0 && (missing2 = "size") || data13.batch === void 0 && (missing2 = "batch") || data13.processId === void 0 && (missing2 = "processId") || data13.processName === void 0 && (missing2 = "processName") || data13.threadIds === void 0 && (missing2 = "threadIds") || data13.captureMs === void 0 && (missing2 = "captureMs")) {
                                  validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0, schemaPath: "#/properties/dumps/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                  return false;
                                } else {
                                  if (data13.fileName !== void 0) {
                                    const _errs30 = errors;
                                    if (typeof data13.fileName !== "string") {
                                      validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/fileName", schemaPath: "#/properties/dumps/items/properties/fileName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid5 = _errs30 === errors;
                                  } else {
                                    var valid5 = true;
                                  }
                                  if (valid5) {
                                    if (data13.size !== void 0) {
                                      let data15 = data13.size;
                                      const _errs32 = errors;
                                      if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                        validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs32) {
                                        if (typeof data15 == "number" && isFinite(data15)) {
                                          if (data15 < 0 || isNaN(data15)) {
                                            validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid5 = _errs32 === errors;
                                    } else {
                                      var valid5 = true;
                                    }
                                    if (valid5) {
                                      if (data13.batch !== void 0) {
                                        let data16 = data13.batch;
                                        const _errs34 = errors;
                                        if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                          validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs34) {
                                          if (typeof data16 == "number" && isFinite(data16)) {
                                            if (data16 < 0 || isNaN(data16)) {
                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid5 = _errs34 === errors;
                                      } else {
                                        var valid5 = true;
                                      }
                                      if (valid5) {
                                        if (data13.processId !== void 0) {
                                          let data17 = data13.processId;
                                          const _errs36 = errors;
                                          const _errs37 = errors;
                                          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                                            validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs37) {
                                            if (typeof data17 == "number" && isFinite(data17)) {
                                              if (data17 > 4294967295 || isNaN(data17)) {
                                                validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                                return false;
                                              } else {
                                                if (data17 < 0 || isNaN(data17)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                          }
                                          var valid5 = _errs36 === errors;
                                        } else {
                                          var valid5 = true;
                                        }
                                        if (valid5) {
                                          if (data13.processName !== void 0) {
                                            const _errs39 = errors;
                                            if (typeof data13.processName !== "string") {
                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processName", schemaPath: "#/properties/dumps/items/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                            var valid5 = _errs39 === errors;
                                          } else {
                                            var valid5 = true;
                                          }
                                          if (valid5) {
                                            if (data13.threadIds !== void 0) {
                                              let data19 = data13.threadIds;
                                              const _errs41 = errors;
                                              if (errors === _errs41) {
                                                if (Array.isArray(data19)) {
                                                  var valid7 = true;
                                                  const len1 = data19.length;
                                                  for (let i1 = 0; i1 < len1; i1++) {
                                                    let data20 = data19[i1];
                                                    const _errs43 = errors;
                                                    const _errs44 = errors;
                                                    if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                                                      validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                      return false;
                                                    }
                                                    if (errors === _errs44) {
                                                      if (typeof data20 == "number" && isFinite(data20)) {
                                                        if (data20 > 4294967295 || isNaN(data20)) {
                                                          validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                                          return false;
                                                        } else {
                                                          if (data20 < 0 || isNaN(data20)) {
                                                            validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                    }
                                                    var valid7 = _errs43 === errors;
                                                    if (!valid7) {
                                                      break;
                                                    }
                                                  }
                                                } else {
                                                  validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds", schemaPath: "#/properties/dumps/items/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                  return false;
                                                }
                                              }
                                              var valid5 = _errs41 === errors;
                                            } else {
                                              var valid5 = true;
                                            }
                                            if (valid5) {
                                              if (data13.captureMs !== void 0) {
                                                let data21 = data13.captureMs;
                                                const _errs46 = errors;
                                                if (!(typeof data21 == "number" && isFinite(data21))) {
                                                  validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/captureMs", schemaPath: "#/properties/dumps/items/properties/captureMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                  return false;
                                                }
                                                var valid5 = _errs46 === errors;
                                              } else {
                                                var valid5 = true;
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0, schemaPath: "#/properties/dumps/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                return false;
                              }
                            }
                            var valid4 = _errs28 === errors;
                            if (!valid4) {
                              break;
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/dumps", schemaPath: "#/properties/dumps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs26 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.threads !== void 0) {
                        let data22 = data.threads;
                        const _errs48 = errors;
                        if (errors === _errs48) {
                          if (Array.isArray(data22)) {
                            var valid9 = true;
                            const len2 = data22.length;
                            for (let i2 = 0; i2 < len2; i2++) {
                              const _errs50 = errors;
                              if (!validate22(data22[i2], { instancePath: instancePath + "/threads/" + i2, parentData: data22, parentDataProperty: i2, rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                                errors = vErrors.length;
                              }
                              var valid9 = _errs50 === errors;
                              if (!valid9) {
                                break;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid0 = _errs48 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.drivers !== void 0) {
                          let data24 = data.drivers;
                          const _errs51 = errors;
                          if (errors === _errs51) {
                            if (Array.isArray(data24)) {
                              var valid10 = true;
                              const len3 = data24.length;
                              for (let i3 = 0; i3 < len3; i3++) {
                                let data25 = data24[i3];
                                const _errs53 = errors;
                                if (errors === _errs53) {
                                  if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                    let missing3;
                                    if (data25.name === void 0 && (missing3 = "name") || data25.path === void 0 && (missing3 = "path") || data25.imageSize === void 0 && (missing3 = "imageSize")) {
                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3, schemaPath: "#/properties/drivers/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                      return false;
                                    } else {
                                      if (data25.name !== void 0) {
                                        const _errs55 = errors;
                                        if (typeof data25.name !== "string") {
                                          validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/name", schemaPath: "#/properties/drivers/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid11 = _errs55 === errors;
                                      } else {
                                        var valid11 = true;
                                      }
                                      if (valid11) {
                                        if (data25.path !== void 0) {
                                          const _errs57 = errors;
                                          if (typeof data25.path !== "string") {
                                            validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/path", schemaPath: "#/properties/drivers/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                          var valid11 = _errs57 === errors;
                                        } else {
                                          var valid11 = true;
                                        }
                                        if (valid11) {
                                          if (data25.base !== void 0) {
                                            let data28 = data25.base;
                                            const _errs59 = errors;
                                            const _errs60 = errors;
                                            if (errors === _errs60) {
                                              if (typeof data28 === "string") {
                                                if (!pattern6.test(data28)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/base", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                  return false;
                                                }
                                              } else {
                                                validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/base", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                            }
                                            var valid11 = _errs59 === errors;
                                          } else {
                                            var valid11 = true;
                                          }
                                          if (valid11) {
                                            if (data25.imageSize !== void 0) {
                                              let data29 = data25.imageSize;
                                              const _errs62 = errors;
                                              if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
                                                validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                return false;
                                              }
                                              if (errors === _errs62) {
                                                if (typeof data29 == "number" && isFinite(data29)) {
                                                  if (data29 < 0 || isNaN(data29)) {
                                                    validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                              var valid11 = _errs62 === errors;
                                            } else {
                                              var valid11 = true;
                                            }
                                            if (valid11) {
                                              if (data25.timeDateStamp !== void 0) {
                                                let data30 = data25.timeDateStamp;
                                                const _errs64 = errors;
                                                if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
                                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                  return false;
                                                }
                                                if (errors === _errs64) {
                                                  if (typeof data30 == "number" && isFinite(data30)) {
                                                    if (data30 < 0 || isNaN(data30)) {
                                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                                var valid11 = _errs64 === errors;
                                              } else {
                                                var valid11 = true;
                                              }
                                              if (valid11) {
                                                if (data25.checkSum !== void 0) {
                                                  let data31 = data25.checkSum;
                                                  const _errs66 = errors;
                                                  if (!(typeof data31 == "number" && (!(data31 % 1) && !isNaN(data31)) && isFinite(data31))) {
                                                    validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs66) {
                                                    if (typeof data31 == "number" && isFinite(data31)) {
                                                      if (data31 < 0 || isNaN(data31)) {
                                                        validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid11 = _errs66 === errors;
                                                } else {
                                                  var valid11 = true;
                                                }
                                                if (valid11) {
                                                  if (data25.pdb !== void 0) {
                                                    let data32 = data25.pdb;
                                                    const _errs68 = errors;
                                                    const _errs69 = errors;
                                                    if (errors === _errs69) {
                                                      if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                                                        let missing4;
                                                        if (data32.name === void 0 && (missing4 = "name") || data32.guid === void 0 && (missing4 = "guid") || data32.age === void 0 && (missing4 = "age")) {
                                                          validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb", schemaPath: "common.schema.json#/$defs/pdbIdentity/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                                          return false;
                                                        } else {
                                                          if (data32.name !== void 0) {
                                                            const _errs71 = errors;
                                                            if (typeof data32.name !== "string") {
                                                              validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/name", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                            var valid14 = _errs71 === errors;
                                                          } else {
                                                            var valid14 = true;
                                                          }
                                                          if (valid14) {
                                                            if (data32.guid !== void 0) {
                                                              let data34 = data32.guid;
                                                              const _errs73 = errors;
                                                              if (errors === _errs73) {
                                                                if (typeof data34 === "string") {
                                                                  if (!pattern9.test(data34)) {
                                                                    validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/guid", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-F]{32}$" }, message: 'must match pattern "^[0-9A-F]{32}$"' }];
                                                                    return false;
                                                                  }
                                                                } else {
                                                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/guid", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/guid/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                  return false;
                                                                }
                                                              }
                                                              var valid14 = _errs73 === errors;
                                                            } else {
                                                              var valid14 = true;
                                                            }
                                                            if (valid14) {
                                                              if (data32.age !== void 0) {
                                                                let data35 = data32.age;
                                                                const _errs75 = errors;
                                                                if (!(typeof data35 == "number" && (!(data35 % 1) && !isNaN(data35)) && isFinite(data35))) {
                                                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/age", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/age/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                  return false;
                                                                }
                                                                if (errors === _errs75) {
                                                                  if (typeof data35 == "number" && isFinite(data35)) {
                                                                    if (data35 < 0 || isNaN(data35)) {
                                                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/age", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/age/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid14 = _errs75 === errors;
                                                              } else {
                                                                var valid14 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb", schemaPath: "common.schema.json#/$defs/pdbIdentity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid11 = _errs68 === errors;
                                                  } else {
                                                    var valid11 = true;
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3, schemaPath: "#/properties/drivers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                    return false;
                                  }
                                }
                                var valid10 = _errs53 === errors;
                                if (!valid10) {
                                  break;
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/drivers", schemaPath: "#/properties/drivers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs51 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.failures !== void 0) {
                            let data36 = data.failures;
                            const _errs77 = errors;
                            if (errors === _errs77) {
                              if (Array.isArray(data36)) {
                                var valid15 = true;
                                const len4 = data36.length;
                                for (let i4 = 0; i4 < len4; i4++) {
                                  let data37 = data36[i4];
                                  const _errs79 = errors;
                                  if (errors === _errs79) {
                                    if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                                      let missing5;
                                      if (data37.code === void 0 && (missing5 = "code") || data37.message === void 0 && (missing5 = "message")) {
                                        validate20.errors = [{ instancePath: instancePath + "/failures/" + i4, schemaPath: "#/properties/failures/items/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                        return false;
                                      } else {
                                        if (data37.code !== void 0) {
                                          const _errs81 = errors;
                                          if (typeof data37.code !== "string") {
                                            validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/code", schemaPath: "#/properties/failures/items/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                          var valid16 = _errs81 === errors;
                                        } else {
                                          var valid16 = true;
                                        }
                                        if (valid16) {
                                          if (data37.message !== void 0) {
                                            const _errs83 = errors;
                                            if (typeof data37.message !== "string") {
                                              validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/message", schemaPath: "#/properties/failures/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                            var valid16 = _errs83 === errors;
                                          } else {
                                            var valid16 = true;
                                          }
                                          if (valid16) {
                                            if (data37.ntStatus !== void 0) {
                                              let data40 = data37.ntStatus;
                                              const _errs85 = errors;
                                              const _errs86 = errors;
                                              if (errors === _errs86) {
                                                if (typeof data40 === "string") {
                                                  if (!pattern7.test(data40)) {
                                                    validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/pattern", keyword: "pattern", params: { pattern: "^0x[0-9A-F]{8}$" }, message: 'must match pattern "^0x[0-9A-F]{8}$"' }];
                                                    return false;
                                                  }
                                                } else {
                                                  validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                              }
                                              var valid16 = _errs85 === errors;
                                            } else {
                                              var valid16 = true;
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/failures/" + i4, schemaPath: "#/properties/failures/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                  }
                                  var valid15 = _errs79 === errors;
                                  if (!valid15) {
                                    break;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid0 = _errs77 === errors;
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
    } else {
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "manifest": true, "product": true, "createdTime": true, "interrupted": true, "requestedCount": true, "machine": true, "dumps": true, "threads": true, "drivers": true, "failures": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateCaptureManifest
};
