// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateCaptureManifest = validate20;
const func1 = codePoints;
const pattern4 = new RegExp("^[0-9]{1,20}$", "u");
const pattern6 = new RegExp("^0x[0-9a-f]{16}$", "u");
const pattern8 = new RegExp("^0x[0-9A-F]{8}$", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.number === void 0 && (missing0 = "number") || data.firstArgument === void 0 && (missing0 = "firstArgument")) {
        validate23.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.number !== void 0) {
          let data0 = data.number;
          const _errs1 = errors;
          if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
            validate23.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
            return false;
          }
          if (errors === _errs1) {
            if (typeof data0 == "number" && isFinite(data0)) {
              if (data0 < 0 || isNaN(data0)) {
                validate23.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.firstArgument !== void 0) {
            let data1 = data.firstArgument;
            const _errs3 = errors;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data1 === "string") {
                if (!pattern6.test(data1)) {
                  validate23.errors = [{ instancePath: instancePath + "/firstArgument", schemaPath: "#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                  return false;
                }
              } else {
                validate23.errors = [{ instancePath: instancePath + "/firstArgument", schemaPath: "#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate23.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "props": { "number": true, "firstArgument": true }, "dynamicProps": false, "dynamicItems": false };
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
                                if (data.ioPending !== void 0) {
                                  const _errs31 = errors;
                                  if (typeof data.ioPending !== "boolean") {
                                    validate22.errors = [{ instancePath: instancePath + "/ioPending", schemaPath: "#/properties/ioPending/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                    return false;
                                  }
                                  var valid0 = _errs31 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.lastSystemCall !== void 0) {
                                    const _errs33 = errors;
                                    if (!validate23(data.lastSystemCall, { instancePath: instancePath + "/lastSystemCall", parentData: data, parentDataProperty: "lastSystemCall", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs33 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.after !== void 0) {
                                      let data14 = data.after;
                                      const _errs34 = errors;
                                      if (errors === _errs34) {
                                        if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                          let missing1;
                                          if (data14.contextSwitches === void 0 && (missing1 = "contextSwitches")) {
                                            validate22.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                            return false;
                                          } else {
                                            if (data14.state !== void 0) {
                                              const _errs36 = errors;
                                              if (typeof data14.state !== "string") {
                                                validate22.errors = [{ instancePath: instancePath + "/after/state", schemaPath: "#/properties/after/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid7 = _errs36 === errors;
                                            } else {
                                              var valid7 = true;
                                            }
                                            if (valid7) {
                                              if (data14.waitReason !== void 0) {
                                                const _errs38 = errors;
                                                if (typeof data14.waitReason !== "string") {
                                                  validate22.errors = [{ instancePath: instancePath + "/after/waitReason", schemaPath: "#/properties/after/properties/waitReason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                                var valid7 = _errs38 === errors;
                                              } else {
                                                var valid7 = true;
                                              }
                                              if (valid7) {
                                                if (data14.waitTimeMs !== void 0) {
                                                  let data17 = data14.waitTimeMs;
                                                  const _errs40 = errors;
                                                  if (errors === _errs40) {
                                                    if (typeof data17 == "number" && isFinite(data17)) {
                                                      if (data17 < 0 || isNaN(data17)) {
                                                        validate22.errors = [{ instancePath: instancePath + "/after/waitTimeMs", schemaPath: "#/properties/after/properties/waitTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate22.errors = [{ instancePath: instancePath + "/after/waitTimeMs", schemaPath: "#/properties/after/properties/waitTimeMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid7 = _errs40 === errors;
                                                } else {
                                                  var valid7 = true;
                                                }
                                                if (valid7) {
                                                  if (data14.contextSwitches !== void 0) {
                                                    let data18 = data14.contextSwitches;
                                                    const _errs42 = errors;
                                                    if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                                                      validate22.errors = [{ instancePath: instancePath + "/after/contextSwitches", schemaPath: "#/properties/after/properties/contextSwitches/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                      return false;
                                                    }
                                                    if (errors === _errs42) {
                                                      if (typeof data18 == "number" && isFinite(data18)) {
                                                        if (data18 < 0 || isNaN(data18)) {
                                                          validate22.errors = [{ instancePath: instancePath + "/after/contextSwitches", schemaPath: "#/properties/after/properties/contextSwitches/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    var valid7 = _errs42 === errors;
                                                  } else {
                                                    var valid7 = true;
                                                  }
                                                  if (valid7) {
                                                    if (data14.ioPending !== void 0) {
                                                      const _errs44 = errors;
                                                      if (typeof data14.ioPending !== "boolean") {
                                                        validate22.errors = [{ instancePath: instancePath + "/after/ioPending", schemaPath: "#/properties/after/properties/ioPending/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                        return false;
                                                      }
                                                      var valid7 = _errs44 === errors;
                                                    } else {
                                                      var valid7 = true;
                                                    }
                                                    if (valid7) {
                                                      if (data14.lastSystemCall !== void 0) {
                                                        const _errs46 = errors;
                                                        if (!validate23(data14.lastSystemCall, { instancePath: instancePath + "/after/lastSystemCall", parentData: data14, parentDataProperty: "lastSystemCall", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        var valid7 = _errs46 === errors;
                                                      } else {
                                                        var valid7 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate22.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.verdict !== void 0) {
                                        const _errs47 = errors;
                                        if (typeof data.verdict !== "string") {
                                          validate22.errors = [{ instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid0 = _errs47 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.reason !== void 0) {
                                          const _errs49 = errors;
                                          if (typeof data.reason !== "string") {
                                            validate22.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                          var valid0 = _errs49 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.ntStatus !== void 0) {
                                            let data23 = data.ntStatus;
                                            const _errs51 = errors;
                                            const _errs52 = errors;
                                            if (errors === _errs52) {
                                              if (typeof data23 === "string") {
                                                if (!pattern8.test(data23)) {
                                                  validate22.errors = [{ instancePath: instancePath + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/pattern", keyword: "pattern", params: { pattern: "^0x[0-9A-F]{8}$" }, message: 'must match pattern "^0x[0-9A-F]{8}$"' }];
                                                  return false;
                                                }
                                              } else {
                                                validate22.errors = [{ instancePath: instancePath + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                            }
                                            var valid0 = _errs51 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.path !== void 0) {
                                              const _errs54 = errors;
                                              if (typeof data.path !== "string") {
                                                validate22.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid0 = _errs54 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.batch !== void 0) {
                                                let data25 = data.batch;
                                                const _errs56 = errors;
                                                if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
                                                  validate22.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                  return false;
                                                }
                                                if (errors === _errs56) {
                                                  if (typeof data25 == "number" && isFinite(data25)) {
                                                    if (data25 < 0 || isNaN(data25)) {
                                                      validate22.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                                var valid0 = _errs56 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.attempts !== void 0) {
                                                  let data26 = data.attempts;
                                                  const _errs58 = errors;
                                                  if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
                                                    validate22.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs58) {
                                                    if (typeof data26 == "number" && isFinite(data26)) {
                                                      if (data26 < 0 || isNaN(data26)) {
                                                        validate22.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid0 = _errs58 === errors;
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
      validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": { "machine": true, "simulated": true, "processId": true, "processName": true, "processCreateTimeRaw": true, "threadId": true, "createTimeRaw": true, "objectAddress": true, "state": true, "waitReason": true, "waitTimeMs": true, "contextSwitches": true, "ioPending": true, "lastSystemCall": true, "after": true, "verdict": true, "reason": true, "ntStatus": true, "path": true, "batch": true, "attempts": true }, "dynamicProps": false, "dynamicItems": false };
const pattern12 = new RegExp("^[0-9A-F]{32}$", "u");
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
              if (data.afterTime !== void 0) {
                const _errs7 = errors;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (errors === _errs8) {
                    if (!(typeof data.afterTime === "string")) {
                      validate20.errors = [{ instancePath: instancePath + "/afterTime", schemaPath: "common.schema.json#/$defs/time/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.interrupted !== void 0) {
                  const _errs10 = errors;
                  if (typeof data.interrupted !== "boolean") {
                    validate20.errors = [{ instancePath: instancePath + "/interrupted", schemaPath: "#/properties/interrupted/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.requestedCount !== void 0) {
                    let data5 = data.requestedCount;
                    const _errs12 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate20.errors = [{ instancePath: instancePath + "/requestedCount", schemaPath: "#/properties/requestedCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs12) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 < 0 || isNaN(data5)) {
                          validate20.errors = [{ instancePath: instancePath + "/requestedCount", schemaPath: "#/properties/requestedCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.machine !== void 0) {
                      let data6 = data.machine;
                      const _errs14 = errors;
                      if (errors === _errs14) {
                        if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                          let missing1;
                          if (data6.name === void 0 && (missing1 = "name") || data6.simulated === void 0 && (missing1 = "simulated") || data6.computerName === void 0 && (missing1 = "computerName") || data6.windowsBuild === void 0 && (missing1 = "windowsBuild") || data6.architecture === void 0 && (missing1 = "architecture") || data6.logicalProcessors === void 0 && (missing1 = "logicalProcessors")) {
                            validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                            return false;
                          } else {
                            if (data6.name !== void 0) {
                              let data7 = data6.name;
                              const _errs16 = errors;
                              const _errs17 = errors;
                              if (errors === _errs17) {
                                if (typeof data7 === "string") {
                                  if (func1(data7) > 100) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                    return false;
                                  } else {
                                    if (func1(data7) < 1) {
                                      validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid3 = _errs16 === errors;
                            } else {
                              var valid3 = true;
                            }
                            if (valid3) {
                              if (data6.simulated !== void 0) {
                                const _errs19 = errors;
                                if (typeof data6.simulated !== "boolean") {
                                  validate20.errors = [{ instancePath: instancePath + "/machine/simulated", schemaPath: "#/properties/machine/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid3 = _errs19 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data6.computerName !== void 0) {
                                  const _errs21 = errors;
                                  if (typeof data6.computerName !== "string") {
                                    validate20.errors = [{ instancePath: instancePath + "/machine/computerName", schemaPath: "#/properties/machine/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                  var valid3 = _errs21 === errors;
                                } else {
                                  var valid3 = true;
                                }
                                if (valid3) {
                                  if (data6.windowsBuild !== void 0) {
                                    let data10 = data6.windowsBuild;
                                    const _errs23 = errors;
                                    if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                                      validate20.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs23) {
                                      if (typeof data10 == "number" && isFinite(data10)) {
                                        if (data10 < 0 || isNaN(data10)) {
                                          validate20.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid3 = _errs23 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                  if (valid3) {
                                    if (data6.architecture !== void 0) {
                                      const _errs25 = errors;
                                      if (typeof data6.architecture !== "string") {
                                        validate20.errors = [{ instancePath: instancePath + "/machine/architecture", schemaPath: "#/properties/machine/properties/architecture/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid3 = _errs25 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                    if (valid3) {
                                      if (data6.logicalProcessors !== void 0) {
                                        let data12 = data6.logicalProcessors;
                                        const _errs27 = errors;
                                        if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                                          validate20.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs27) {
                                          if (typeof data12 == "number" && isFinite(data12)) {
                                            if (data12 < 0 || isNaN(data12)) {
                                              validate20.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid3 = _errs27 === errors;
                                      } else {
                                        var valid3 = true;
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
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.dumps !== void 0) {
                        let data13 = data.dumps;
                        const _errs29 = errors;
                        if (errors === _errs29) {
                          if (Array.isArray(data13)) {
                            var valid5 = true;
                            const len0 = data13.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              let data14 = data13[i0];
                              const _errs31 = errors;
                              if (errors === _errs31) {
                                if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                  let missing2;
                                  if (data14.fileName === void 0 && (missing2 = "fileName") || data14.size === void 0 && (missing2 = "size") || data14.batch === void 0 && (missing2 = "batch") || data14.processId === void 0 && (missing2 = "processId") || data14.processName === void 0 && (missing2 = "processName") || data14.threadIds === void 0 && (missing2 = "threadIds") || data14.captureMs === void 0 && (missing2 = "captureMs")) {
                                    validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0, schemaPath: "#/properties/dumps/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                    return false;
                                  } else {
                                    if (data14.fileName !== void 0) {
                                      const _errs33 = errors;
                                      if (typeof data14.fileName !== "string") {
                                        validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/fileName", schemaPath: "#/properties/dumps/items/properties/fileName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid6 = _errs33 === errors;
                                    } else {
                                      var valid6 = true;
                                    }
                                    if (valid6) {
                                      if (data14.size !== void 0) {
                                        let data16 = data14.size;
                                        const _errs35 = errors;
                                        if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                          validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs35) {
                                          if (typeof data16 == "number" && isFinite(data16)) {
                                            if (data16 < 0 || isNaN(data16)) {
                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid6 = _errs35 === errors;
                                      } else {
                                        var valid6 = true;
                                      }
                                      if (valid6) {
                                        if (data14.batch !== void 0) {
                                          let data17 = data14.batch;
                                          const _errs37 = errors;
                                          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                                            validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs37) {
                                            if (typeof data17 == "number" && isFinite(data17)) {
                                              if (data17 < 0 || isNaN(data17)) {
                                                validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid6 = _errs37 === errors;
                                        } else {
                                          var valid6 = true;
                                        }
                                        if (valid6) {
                                          if (data14.processId !== void 0) {
                                            let data18 = data14.processId;
                                            const _errs39 = errors;
                                            const _errs40 = errors;
                                            if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs40) {
                                              if (typeof data18 == "number" && isFinite(data18)) {
                                                if (data18 > 4294967295 || isNaN(data18)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                                  return false;
                                                } else {
                                                  if (data18 < 0 || isNaN(data18)) {
                                                    validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                            }
                                            var valid6 = _errs39 === errors;
                                          } else {
                                            var valid6 = true;
                                          }
                                          if (valid6) {
                                            if (data14.processName !== void 0) {
                                              const _errs42 = errors;
                                              if (typeof data14.processName !== "string") {
                                                validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processName", schemaPath: "#/properties/dumps/items/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid6 = _errs42 === errors;
                                            } else {
                                              var valid6 = true;
                                            }
                                            if (valid6) {
                                              if (data14.threadIds !== void 0) {
                                                let data20 = data14.threadIds;
                                                const _errs44 = errors;
                                                if (errors === _errs44) {
                                                  if (Array.isArray(data20)) {
                                                    var valid8 = true;
                                                    const len1 = data20.length;
                                                    for (let i1 = 0; i1 < len1; i1++) {
                                                      let data21 = data20[i1];
                                                      const _errs46 = errors;
                                                      const _errs47 = errors;
                                                      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
                                                        validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                        return false;
                                                      }
                                                      if (errors === _errs47) {
                                                        if (typeof data21 == "number" && isFinite(data21)) {
                                                          if (data21 > 4294967295 || isNaN(data21)) {
                                                            validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                                            return false;
                                                          } else {
                                                            if (data21 < 0 || isNaN(data21)) {
                                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                      }
                                                      var valid8 = _errs46 === errors;
                                                      if (!valid8) {
                                                        break;
                                                      }
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds", schemaPath: "#/properties/dumps/items/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                    return false;
                                                  }
                                                }
                                                var valid6 = _errs44 === errors;
                                              } else {
                                                var valid6 = true;
                                              }
                                              if (valid6) {
                                                if (data14.captureMs !== void 0) {
                                                  let data22 = data14.captureMs;
                                                  const _errs49 = errors;
                                                  if (!(typeof data22 == "number" && isFinite(data22))) {
                                                    validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/captureMs", schemaPath: "#/properties/dumps/items/properties/captureMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                    return false;
                                                  }
                                                  var valid6 = _errs49 === errors;
                                                } else {
                                                  var valid6 = true;
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
                              var valid5 = _errs31 === errors;
                              if (!valid5) {
                                break;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/dumps", schemaPath: "#/properties/dumps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid0 = _errs29 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.threads !== void 0) {
                          let data23 = data.threads;
                          const _errs51 = errors;
                          if (errors === _errs51) {
                            if (Array.isArray(data23)) {
                              var valid10 = true;
                              const len2 = data23.length;
                              for (let i2 = 0; i2 < len2; i2++) {
                                const _errs53 = errors;
                                if (!validate22(data23[i2], { instancePath: instancePath + "/threads/" + i2, parentData: data23, parentDataProperty: i2, rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                                  errors = vErrors.length;
                                }
                                var valid10 = _errs53 === errors;
                                if (!valid10) {
                                  break;
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs51 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.otherThreads !== void 0) {
                            let data25 = data.otherThreads;
                            const _errs54 = errors;
                            if (errors === _errs54) {
                              if (Array.isArray(data25)) {
                                var valid11 = true;
                                const len3 = data25.length;
                                for (let i3 = 0; i3 < len3; i3++) {
                                  let data26 = data25[i3];
                                  const _errs56 = errors;
                                  if (errors === _errs56) {
                                    if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
                                      let missing3;
                                      if (data26.objectAddress === void 0 && (missing3 = "objectAddress") || data26.processId === void 0 && (missing3 = "processId") || data26.processName === void 0 && (missing3 = "processName") || data26.threadId === void 0 && (missing3 = "threadId") || data26.createTimeRaw === void 0 && (missing3 = "createTimeRaw")) {
                                        validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3, schemaPath: "#/properties/otherThreads/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                        return false;
                                      } else {
                                        if (data26.objectAddress !== void 0) {
                                          let data27 = data26.objectAddress;
                                          const _errs58 = errors;
                                          const _errs59 = errors;
                                          if (errors === _errs59) {
                                            if (typeof data27 === "string") {
                                              if (!pattern6.test(data27)) {
                                                validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/objectAddress", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                return false;
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/objectAddress", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid12 = _errs58 === errors;
                                        } else {
                                          var valid12 = true;
                                        }
                                        if (valid12) {
                                          if (data26.processId !== void 0) {
                                            let data28 = data26.processId;
                                            const _errs61 = errors;
                                            const _errs62 = errors;
                                            if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
                                              validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/processId", schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs62) {
                                              if (typeof data28 == "number" && isFinite(data28)) {
                                                if (data28 > 4294967295 || isNaN(data28)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/processId", schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                                  return false;
                                                } else {
                                                  if (data28 < 0 || isNaN(data28)) {
                                                    validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/processId", schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                            }
                                            var valid12 = _errs61 === errors;
                                          } else {
                                            var valid12 = true;
                                          }
                                          if (valid12) {
                                            if (data26.processName !== void 0) {
                                              const _errs64 = errors;
                                              if (typeof data26.processName !== "string") {
                                                validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/processName", schemaPath: "#/properties/otherThreads/items/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid12 = _errs64 === errors;
                                            } else {
                                              var valid12 = true;
                                            }
                                            if (valid12) {
                                              if (data26.threadId !== void 0) {
                                                let data30 = data26.threadId;
                                                const _errs66 = errors;
                                                const _errs67 = errors;
                                                if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
                                                  validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                  return false;
                                                }
                                                if (errors === _errs67) {
                                                  if (typeof data30 == "number" && isFinite(data30)) {
                                                    if (data30 > 4294967295 || isNaN(data30)) {
                                                      validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                                      return false;
                                                    } else {
                                                      if (data30 < 0 || isNaN(data30)) {
                                                        validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/threadId", schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                }
                                                var valid12 = _errs66 === errors;
                                              } else {
                                                var valid12 = true;
                                              }
                                              if (valid12) {
                                                if (data26.createTimeRaw !== void 0) {
                                                  let data31 = data26.createTimeRaw;
                                                  const _errs69 = errors;
                                                  const _errs70 = errors;
                                                  if (errors === _errs70) {
                                                    if (typeof data31 === "string") {
                                                      if (!pattern4.test(data31)) {
                                                        validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/createTimeRaw", schemaPath: "common.schema.json#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3 + "/createTimeRaw", schemaPath: "common.schema.json#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid12 = _errs69 === errors;
                                                } else {
                                                  var valid12 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/otherThreads/" + i3, schemaPath: "#/properties/otherThreads/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                  }
                                  var valid11 = _errs56 === errors;
                                  if (!valid11) {
                                    break;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/otherThreads", schemaPath: "#/properties/otherThreads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid0 = _errs54 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.drivers !== void 0) {
                              let data32 = data.drivers;
                              const _errs72 = errors;
                              if (errors === _errs72) {
                                if (Array.isArray(data32)) {
                                  var valid17 = true;
                                  const len4 = data32.length;
                                  for (let i4 = 0; i4 < len4; i4++) {
                                    let data33 = data32[i4];
                                    const _errs74 = errors;
                                    if (errors === _errs74) {
                                      if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                                        let missing4;
                                        if (data33.name === void 0 && (missing4 = "name") || data33.path === void 0 && (missing4 = "path") || data33.imageSize === void 0 && (missing4 = "imageSize")) {
                                          validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4, schemaPath: "#/properties/drivers/items/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                          return false;
                                        } else {
                                          if (data33.name !== void 0) {
                                            const _errs76 = errors;
                                            if (typeof data33.name !== "string") {
                                              validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/name", schemaPath: "#/properties/drivers/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                            var valid18 = _errs76 === errors;
                                          } else {
                                            var valid18 = true;
                                          }
                                          if (valid18) {
                                            if (data33.path !== void 0) {
                                              const _errs78 = errors;
                                              if (typeof data33.path !== "string") {
                                                validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/path", schemaPath: "#/properties/drivers/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid18 = _errs78 === errors;
                                            } else {
                                              var valid18 = true;
                                            }
                                            if (valid18) {
                                              if (data33.base !== void 0) {
                                                let data36 = data33.base;
                                                const _errs80 = errors;
                                                const _errs81 = errors;
                                                if (errors === _errs81) {
                                                  if (typeof data36 === "string") {
                                                    if (!pattern6.test(data36)) {
                                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/base", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/base", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid18 = _errs80 === errors;
                                              } else {
                                                var valid18 = true;
                                              }
                                              if (valid18) {
                                                if (data33.imageSize !== void 0) {
                                                  let data37 = data33.imageSize;
                                                  const _errs83 = errors;
                                                  if (!(typeof data37 == "number" && (!(data37 % 1) && !isNaN(data37)) && isFinite(data37))) {
                                                    validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs83) {
                                                    if (typeof data37 == "number" && isFinite(data37)) {
                                                      if (data37 < 0 || isNaN(data37)) {
                                                        validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid18 = _errs83 === errors;
                                                } else {
                                                  var valid18 = true;
                                                }
                                                if (valid18) {
                                                  if (data33.timeDateStamp !== void 0) {
                                                    let data38 = data33.timeDateStamp;
                                                    const _errs85 = errors;
                                                    if (!(typeof data38 == "number" && (!(data38 % 1) && !isNaN(data38)) && isFinite(data38))) {
                                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                      return false;
                                                    }
                                                    if (errors === _errs85) {
                                                      if (typeof data38 == "number" && isFinite(data38)) {
                                                        if (data38 < 0 || isNaN(data38)) {
                                                          validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    var valid18 = _errs85 === errors;
                                                  } else {
                                                    var valid18 = true;
                                                  }
                                                  if (valid18) {
                                                    if (data33.checkSum !== void 0) {
                                                      let data39 = data33.checkSum;
                                                      const _errs87 = errors;
                                                      if (!(typeof data39 == "number" && (!(data39 % 1) && !isNaN(data39)) && isFinite(data39))) {
                                                        validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                        return false;
                                                      }
                                                      if (errors === _errs87) {
                                                        if (typeof data39 == "number" && isFinite(data39)) {
                                                          if (data39 < 0 || isNaN(data39)) {
                                                            validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                      var valid18 = _errs87 === errors;
                                                    } else {
                                                      var valid18 = true;
                                                    }
                                                    if (valid18) {
                                                      if (data33.pdb !== void 0) {
                                                        let data40 = data33.pdb;
                                                        const _errs89 = errors;
                                                        const _errs90 = errors;
                                                        if (errors === _errs90) {
                                                          if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
                                                            let missing5;
                                                            if (data40.name === void 0 && (missing5 = "name") || data40.guid === void 0 && (missing5 = "guid") || data40.age === void 0 && (missing5 = "age")) {
                                                              validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/pdb", schemaPath: "common.schema.json#/$defs/pdbIdentity/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                                              return false;
                                                            } else {
                                                              if (data40.name !== void 0) {
                                                                const _errs92 = errors;
                                                                if (typeof data40.name !== "string") {
                                                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/pdb/name", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                  return false;
                                                                }
                                                                var valid21 = _errs92 === errors;
                                                              } else {
                                                                var valid21 = true;
                                                              }
                                                              if (valid21) {
                                                                if (data40.guid !== void 0) {
                                                                  let data42 = data40.guid;
                                                                  const _errs94 = errors;
                                                                  if (errors === _errs94) {
                                                                    if (typeof data42 === "string") {
                                                                      if (!pattern12.test(data42)) {
                                                                        validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/pdb/guid", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-F]{32}$" }, message: 'must match pattern "^[0-9A-F]{32}$"' }];
                                                                        return false;
                                                                      }
                                                                    } else {
                                                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/pdb/guid", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/guid/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid21 = _errs94 === errors;
                                                                } else {
                                                                  var valid21 = true;
                                                                }
                                                                if (valid21) {
                                                                  if (data40.age !== void 0) {
                                                                    let data43 = data40.age;
                                                                    const _errs96 = errors;
                                                                    if (!(typeof data43 == "number" && (!(data43 % 1) && !isNaN(data43)) && isFinite(data43))) {
                                                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/pdb/age", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/age/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                      return false;
                                                                    }
                                                                    if (errors === _errs96) {
                                                                      if (typeof data43 == "number" && isFinite(data43)) {
                                                                        if (data43 < 0 || isNaN(data43)) {
                                                                          validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/pdb/age", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/age/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid21 = _errs96 === errors;
                                                                  } else {
                                                                    var valid21 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          } else {
                                                            validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4 + "/pdb", schemaPath: "common.schema.json#/$defs/pdbIdentity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid18 = _errs89 === errors;
                                                      } else {
                                                        var valid18 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        validate20.errors = [{ instancePath: instancePath + "/drivers/" + i4, schemaPath: "#/properties/drivers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                    }
                                    var valid17 = _errs74 === errors;
                                    if (!valid17) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/drivers", schemaPath: "#/properties/drivers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs72 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.failures !== void 0) {
                                let data44 = data.failures;
                                const _errs98 = errors;
                                if (errors === _errs98) {
                                  if (Array.isArray(data44)) {
                                    var valid22 = true;
                                    const len5 = data44.length;
                                    for (let i5 = 0; i5 < len5; i5++) {
                                      let data45 = data44[i5];
                                      const _errs100 = errors;
                                      if (errors === _errs100) {
                                        if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                                          let missing6;
                                          if (data45.code === void 0 && (missing6 = "code") || data45.message === void 0 && (missing6 = "message")) {
                                            validate20.errors = [{ instancePath: instancePath + "/failures/" + i5, schemaPath: "#/properties/failures/items/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                            return false;
                                          } else {
                                            if (data45.code !== void 0) {
                                              const _errs102 = errors;
                                              if (typeof data45.code !== "string") {
                                                validate20.errors = [{ instancePath: instancePath + "/failures/" + i5 + "/code", schemaPath: "#/properties/failures/items/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid23 = _errs102 === errors;
                                            } else {
                                              var valid23 = true;
                                            }
                                            if (valid23) {
                                              if (data45.message !== void 0) {
                                                const _errs104 = errors;
                                                if (typeof data45.message !== "string") {
                                                  validate20.errors = [{ instancePath: instancePath + "/failures/" + i5 + "/message", schemaPath: "#/properties/failures/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                                var valid23 = _errs104 === errors;
                                              } else {
                                                var valid23 = true;
                                              }
                                              if (valid23) {
                                                if (data45.ntStatus !== void 0) {
                                                  let data48 = data45.ntStatus;
                                                  const _errs106 = errors;
                                                  const _errs107 = errors;
                                                  if (errors === _errs107) {
                                                    if (typeof data48 === "string") {
                                                      if (!pattern8.test(data48)) {
                                                        validate20.errors = [{ instancePath: instancePath + "/failures/" + i5 + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/pattern", keyword: "pattern", params: { pattern: "^0x[0-9A-F]{8}$" }, message: 'must match pattern "^0x[0-9A-F]{8}$"' }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate20.errors = [{ instancePath: instancePath + "/failures/" + i5 + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid23 = _errs106 === errors;
                                                } else {
                                                  var valid23 = true;
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/failures/" + i5, schemaPath: "#/properties/failures/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                          return false;
                                        }
                                      }
                                      var valid22 = _errs100 === errors;
                                      if (!valid22) {
                                        break;
                                      }
                                    }
                                  } else {
                                    validate20.errors = [{ instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs98 === errors;
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
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "manifest": true, "product": true, "createdTime": true, "afterTime": true, "interrupted": true, "requestedCount": true, "machine": true, "dumps": true, "threads": true, "otherThreads": true, "drivers": true, "failures": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateCaptureManifest
};
