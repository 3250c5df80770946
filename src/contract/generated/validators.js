// Generated from src/contract/schema by `npm run generate`. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validateCaptureManifest = validate20;
var func1 = require_ucs2length().default;
var pattern4 = new RegExp("^[0-9]{1,20}$", "u");
var pattern6 = new RegExp("^0x[0-9a-f]{16}$", "u");
var pattern7 = new RegExp("^0x[0-9A-F]{8}$", "u");
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
                            if (data.verdict !== void 0) {
                              const _errs27 = errors;
                              if (typeof data.verdict !== "string") {
                                validate22.errors = [{ instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                              var valid0 = _errs27 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.reason !== void 0) {
                                const _errs29 = errors;
                                if (typeof data.reason !== "string") {
                                  validate22.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid0 = _errs29 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.ntStatus !== void 0) {
                                  let data12 = data.ntStatus;
                                  const _errs31 = errors;
                                  const _errs32 = errors;
                                  if (errors === _errs32) {
                                    if (typeof data12 === "string") {
                                      if (!pattern7.test(data12)) {
                                        validate22.errors = [{ instancePath: instancePath + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/pattern", keyword: "pattern", params: { pattern: "^0x[0-9A-F]{8}$" }, message: 'must match pattern "^0x[0-9A-F]{8}$"' }];
                                        return false;
                                      }
                                    } else {
                                      validate22.errors = [{ instancePath: instancePath + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs31 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.path !== void 0) {
                                    const _errs34 = errors;
                                    if (typeof data.path !== "string") {
                                      validate22.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid0 = _errs34 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.batch !== void 0) {
                                      let data14 = data.batch;
                                      const _errs36 = errors;
                                      if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                                        validate22.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs36) {
                                        if (typeof data14 == "number" && isFinite(data14)) {
                                          if (data14 < 0 || isNaN(data14)) {
                                            validate22.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid0 = _errs36 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.attempts !== void 0) {
                                        let data15 = data.attempts;
                                        const _errs38 = errors;
                                        if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                          validate22.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs38) {
                                          if (typeof data15 == "number" && isFinite(data15)) {
                                            if (data15 < 0 || isNaN(data15)) {
                                              validate22.errors = [{ instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid0 = _errs38 === errors;
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
    } else {
      validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": { "machine": true, "simulated": true, "processId": true, "processName": true, "processCreateTimeRaw": true, "threadId": true, "createTimeRaw": true, "objectAddress": true, "state": true, "waitReason": true, "verdict": true, "reason": true, "ntStatus": true, "path": true, "batch": true, "attempts": true }, "dynamicProps": false, "dynamicItems": false };
var pattern9 = new RegExp("^[0-9A-F]{32}$", "u");
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
              if (data.machine !== void 0) {
                let data3 = data.machine;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    let missing1;
                    if (data3.name === void 0 && (missing1 = "name") || data3.simulated === void 0 && (missing1 = "simulated") || data3.computerName === void 0 && (missing1 = "computerName") || data3.windowsBuild === void 0 && (missing1 = "windowsBuild") || data3.architecture === void 0 && (missing1 = "architecture") || data3.logicalProcessors === void 0 && (missing1 = "logicalProcessors")) {
                      validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                      return false;
                    } else {
                      if (data3.name !== void 0) {
                        let data4 = data3.name;
                        const _errs9 = errors;
                        const _errs10 = errors;
                        if (errors === _errs10) {
                          if (typeof data4 === "string") {
                            if (func1(data4) > 100) {
                              validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                              return false;
                            } else {
                              if (func1(data4) < 1) {
                                validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/machine/name", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid2 = _errs9 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data3.simulated !== void 0) {
                          const _errs12 = errors;
                          if (typeof data3.simulated !== "boolean") {
                            validate20.errors = [{ instancePath: instancePath + "/machine/simulated", schemaPath: "#/properties/machine/properties/simulated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                            return false;
                          }
                          var valid2 = _errs12 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data3.computerName !== void 0) {
                            const _errs14 = errors;
                            if (typeof data3.computerName !== "string") {
                              validate20.errors = [{ instancePath: instancePath + "/machine/computerName", schemaPath: "#/properties/machine/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid2 = _errs14 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data3.windowsBuild !== void 0) {
                              let data7 = data3.windowsBuild;
                              const _errs16 = errors;
                              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                                validate20.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                return false;
                              }
                              if (errors === _errs16) {
                                if (typeof data7 == "number" && isFinite(data7)) {
                                  if (data7 < 0 || isNaN(data7)) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine/windowsBuild", schemaPath: "#/properties/machine/properties/windowsBuild/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                }
                              }
                              var valid2 = _errs16 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data3.architecture !== void 0) {
                                const _errs18 = errors;
                                if (typeof data3.architecture !== "string") {
                                  validate20.errors = [{ instancePath: instancePath + "/machine/architecture", schemaPath: "#/properties/machine/properties/architecture/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid2 = _errs18 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data3.logicalProcessors !== void 0) {
                                  let data9 = data3.logicalProcessors;
                                  const _errs20 = errors;
                                  if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                    return false;
                                  }
                                  if (errors === _errs20) {
                                    if (typeof data9 == "number" && isFinite(data9)) {
                                      if (data9 < 0 || isNaN(data9)) {
                                        validate20.errors = [{ instancePath: instancePath + "/machine/logicalProcessors", schemaPath: "#/properties/machine/properties/logicalProcessors/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                  var valid2 = _errs20 === errors;
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
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.dumps !== void 0) {
                  let data10 = data.dumps;
                  const _errs22 = errors;
                  if (errors === _errs22) {
                    if (Array.isArray(data10)) {
                      var valid4 = true;
                      const len0 = data10.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data11 = data10[i0];
                        const _errs24 = errors;
                        if (errors === _errs24) {
                          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                            let missing2;
                            if (data11.fileName === void 0 && (missing2 = "fileName") || data11.size === void 0 && (missing2 = "size") || data11.batch === void 0 && (missing2 = "batch") || data11.processId === void 0 && (missing2 = "processId") || data11.processName === void 0 && (missing2 = "processName") || data11.threadIds === void 0 && (missing2 = "threadIds") || data11.captureMs === void 0 && (missing2 = "captureMs")) {
                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0, schemaPath: "#/properties/dumps/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                              return false;
                            } else {
                              if (data11.fileName !== void 0) {
                                const _errs26 = errors;
                                if (typeof data11.fileName !== "string") {
                                  validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/fileName", schemaPath: "#/properties/dumps/items/properties/fileName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid5 = _errs26 === errors;
                              } else {
                                var valid5 = true;
                              }
                              if (valid5) {
                                if (data11.size !== void 0) {
                                  let data13 = data11.size;
                                  const _errs28 = errors;
                                  if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                                    validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                    return false;
                                  }
                                  if (errors === _errs28) {
                                    if (typeof data13 == "number" && isFinite(data13)) {
                                      if (data13 < 0 || isNaN(data13)) {
                                        validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/size", schemaPath: "#/properties/dumps/items/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                  var valid5 = _errs28 === errors;
                                } else {
                                  var valid5 = true;
                                }
                                if (valid5) {
                                  if (data11.batch !== void 0) {
                                    let data14 = data11.batch;
                                    const _errs30 = errors;
                                    if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                                      validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs30) {
                                      if (typeof data14 == "number" && isFinite(data14)) {
                                        if (data14 < 0 || isNaN(data14)) {
                                          validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/batch", schemaPath: "#/properties/dumps/items/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid5 = _errs30 === errors;
                                  } else {
                                    var valid5 = true;
                                  }
                                  if (valid5) {
                                    if (data11.processId !== void 0) {
                                      let data15 = data11.processId;
                                      const _errs32 = errors;
                                      const _errs33 = errors;
                                      if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                        validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs33) {
                                        if (typeof data15 == "number" && isFinite(data15)) {
                                          if (data15 > 4294967295 || isNaN(data15)) {
                                            validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                            return false;
                                          } else {
                                            if (data15 < 0 || isNaN(data15)) {
                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processId", schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                      }
                                      var valid5 = _errs32 === errors;
                                    } else {
                                      var valid5 = true;
                                    }
                                    if (valid5) {
                                      if (data11.processName !== void 0) {
                                        const _errs35 = errors;
                                        if (typeof data11.processName !== "string") {
                                          validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/processName", schemaPath: "#/properties/dumps/items/properties/processName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid5 = _errs35 === errors;
                                      } else {
                                        var valid5 = true;
                                      }
                                      if (valid5) {
                                        if (data11.threadIds !== void 0) {
                                          let data17 = data11.threadIds;
                                          const _errs37 = errors;
                                          if (errors === _errs37) {
                                            if (Array.isArray(data17)) {
                                              var valid7 = true;
                                              const len1 = data17.length;
                                              for (let i1 = 0; i1 < len1; i1++) {
                                                let data18 = data17[i1];
                                                const _errs39 = errors;
                                                const _errs40 = errors;
                                                if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                                                  validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                  return false;
                                                }
                                                if (errors === _errs40) {
                                                  if (typeof data18 == "number" && isFinite(data18)) {
                                                    if (data18 > 4294967295 || isNaN(data18)) {
                                                      validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                                      return false;
                                                    } else {
                                                      if (data18 < 0 || isNaN(data18)) {
                                                        validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds/" + i1, schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                }
                                                var valid7 = _errs39 === errors;
                                                if (!valid7) {
                                                  break;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/threadIds", schemaPath: "#/properties/dumps/items/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid5 = _errs37 === errors;
                                        } else {
                                          var valid5 = true;
                                        }
                                        if (valid5) {
                                          if (data11.captureMs !== void 0) {
                                            let data19 = data11.captureMs;
                                            const _errs42 = errors;
                                            if (!(typeof data19 == "number" && isFinite(data19))) {
                                              validate20.errors = [{ instancePath: instancePath + "/dumps/" + i0 + "/captureMs", schemaPath: "#/properties/dumps/items/properties/captureMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                              return false;
                                            }
                                            var valid5 = _errs42 === errors;
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
                        var valid4 = _errs24 === errors;
                        if (!valid4) {
                          break;
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/dumps", schemaPath: "#/properties/dumps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs22 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.threads !== void 0) {
                    let data20 = data.threads;
                    const _errs44 = errors;
                    if (errors === _errs44) {
                      if (Array.isArray(data20)) {
                        var valid9 = true;
                        const len2 = data20.length;
                        for (let i2 = 0; i2 < len2; i2++) {
                          const _errs46 = errors;
                          if (!validate22(data20[i2], { instancePath: instancePath + "/threads/" + i2, parentData: data20, parentDataProperty: i2, rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                            errors = vErrors.length;
                          }
                          var valid9 = _errs46 === errors;
                          if (!valid9) {
                            break;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid0 = _errs44 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.drivers !== void 0) {
                      let data22 = data.drivers;
                      const _errs47 = errors;
                      if (errors === _errs47) {
                        if (Array.isArray(data22)) {
                          var valid10 = true;
                          const len3 = data22.length;
                          for (let i3 = 0; i3 < len3; i3++) {
                            let data23 = data22[i3];
                            const _errs49 = errors;
                            if (errors === _errs49) {
                              if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                                let missing3;
                                if (data23.name === void 0 && (missing3 = "name") || data23.path === void 0 && (missing3 = "path") || data23.imageSize === void 0 && (missing3 = "imageSize")) {
                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3, schemaPath: "#/properties/drivers/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                  return false;
                                } else {
                                  if (data23.name !== void 0) {
                                    const _errs51 = errors;
                                    if (typeof data23.name !== "string") {
                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/name", schemaPath: "#/properties/drivers/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid11 = _errs51 === errors;
                                  } else {
                                    var valid11 = true;
                                  }
                                  if (valid11) {
                                    if (data23.path !== void 0) {
                                      const _errs53 = errors;
                                      if (typeof data23.path !== "string") {
                                        validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/path", schemaPath: "#/properties/drivers/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid11 = _errs53 === errors;
                                    } else {
                                      var valid11 = true;
                                    }
                                    if (valid11) {
                                      if (data23.base !== void 0) {
                                        let data26 = data23.base;
                                        const _errs55 = errors;
                                        const _errs56 = errors;
                                        if (errors === _errs56) {
                                          if (typeof data26 === "string") {
                                            if (!pattern6.test(data26)) {
                                              validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/base", schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                              return false;
                                            }
                                          } else {
                                            validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/base", schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                        }
                                        var valid11 = _errs55 === errors;
                                      } else {
                                        var valid11 = true;
                                      }
                                      if (valid11) {
                                        if (data23.imageSize !== void 0) {
                                          let data27 = data23.imageSize;
                                          const _errs58 = errors;
                                          if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
                                            validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs58) {
                                            if (typeof data27 == "number" && isFinite(data27)) {
                                              if (data27 < 0 || isNaN(data27)) {
                                                validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/imageSize", schemaPath: "#/properties/drivers/items/properties/imageSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid11 = _errs58 === errors;
                                        } else {
                                          var valid11 = true;
                                        }
                                        if (valid11) {
                                          if (data23.timeDateStamp !== void 0) {
                                            let data28 = data23.timeDateStamp;
                                            const _errs60 = errors;
                                            if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
                                              validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs60) {
                                              if (typeof data28 == "number" && isFinite(data28)) {
                                                if (data28 < 0 || isNaN(data28)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/timeDateStamp", schemaPath: "#/properties/drivers/items/properties/timeDateStamp/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid11 = _errs60 === errors;
                                          } else {
                                            var valid11 = true;
                                          }
                                          if (valid11) {
                                            if (data23.checkSum !== void 0) {
                                              let data29 = data23.checkSum;
                                              const _errs62 = errors;
                                              if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
                                                validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                return false;
                                              }
                                              if (errors === _errs62) {
                                                if (typeof data29 == "number" && isFinite(data29)) {
                                                  if (data29 < 0 || isNaN(data29)) {
                                                    validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/checkSum", schemaPath: "#/properties/drivers/items/properties/checkSum/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                              var valid11 = _errs62 === errors;
                                            } else {
                                              var valid11 = true;
                                            }
                                            if (valid11) {
                                              if (data23.pdb !== void 0) {
                                                let data30 = data23.pdb;
                                                const _errs64 = errors;
                                                const _errs65 = errors;
                                                if (errors === _errs65) {
                                                  if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                                                    let missing4;
                                                    if (data30.name === void 0 && (missing4 = "name") || data30.guid === void 0 && (missing4 = "guid") || data30.age === void 0 && (missing4 = "age")) {
                                                      validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb", schemaPath: "common.schema.json#/$defs/pdbIdentity/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                                      return false;
                                                    } else {
                                                      if (data30.name !== void 0) {
                                                        const _errs67 = errors;
                                                        if (typeof data30.name !== "string") {
                                                          validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/name", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                        var valid14 = _errs67 === errors;
                                                      } else {
                                                        var valid14 = true;
                                                      }
                                                      if (valid14) {
                                                        if (data30.guid !== void 0) {
                                                          let data32 = data30.guid;
                                                          const _errs69 = errors;
                                                          if (errors === _errs69) {
                                                            if (typeof data32 === "string") {
                                                              if (!pattern9.test(data32)) {
                                                                validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/guid", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-F]{32}$" }, message: 'must match pattern "^[0-9A-F]{32}$"' }];
                                                                return false;
                                                              }
                                                            } else {
                                                              validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/guid", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/guid/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid14 = _errs69 === errors;
                                                        } else {
                                                          var valid14 = true;
                                                        }
                                                        if (valid14) {
                                                          if (data30.age !== void 0) {
                                                            let data33 = data30.age;
                                                            const _errs71 = errors;
                                                            if (!(typeof data33 == "number" && (!(data33 % 1) && !isNaN(data33)) && isFinite(data33))) {
                                                              validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/age", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/age/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                              return false;
                                                            }
                                                            if (errors === _errs71) {
                                                              if (typeof data33 == "number" && isFinite(data33)) {
                                                                if (data33 < 0 || isNaN(data33)) {
                                                                  validate20.errors = [{ instancePath: instancePath + "/drivers/" + i3 + "/pdb/age", schemaPath: "common.schema.json#/$defs/pdbIdentity/properties/age/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                  return false;
                                                                }
                                                              }
                                                            }
                                                            var valid14 = _errs71 === errors;
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
                                                var valid11 = _errs64 === errors;
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
                            var valid10 = _errs49 === errors;
                            if (!valid10) {
                              break;
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/drivers", schemaPath: "#/properties/drivers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs47 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.failures !== void 0) {
                        let data34 = data.failures;
                        const _errs73 = errors;
                        if (errors === _errs73) {
                          if (Array.isArray(data34)) {
                            var valid15 = true;
                            const len4 = data34.length;
                            for (let i4 = 0; i4 < len4; i4++) {
                              let data35 = data34[i4];
                              const _errs75 = errors;
                              if (errors === _errs75) {
                                if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                                  let missing5;
                                  if (data35.code === void 0 && (missing5 = "code") || data35.message === void 0 && (missing5 = "message")) {
                                    validate20.errors = [{ instancePath: instancePath + "/failures/" + i4, schemaPath: "#/properties/failures/items/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                    return false;
                                  } else {
                                    if (data35.code !== void 0) {
                                      const _errs77 = errors;
                                      if (typeof data35.code !== "string") {
                                        validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/code", schemaPath: "#/properties/failures/items/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid16 = _errs77 === errors;
                                    } else {
                                      var valid16 = true;
                                    }
                                    if (valid16) {
                                      if (data35.message !== void 0) {
                                        const _errs79 = errors;
                                        if (typeof data35.message !== "string") {
                                          validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/message", schemaPath: "#/properties/failures/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid16 = _errs79 === errors;
                                      } else {
                                        var valid16 = true;
                                      }
                                      if (valid16) {
                                        if (data35.ntStatus !== void 0) {
                                          let data38 = data35.ntStatus;
                                          const _errs81 = errors;
                                          const _errs82 = errors;
                                          if (errors === _errs82) {
                                            if (typeof data38 === "string") {
                                              if (!pattern7.test(data38)) {
                                                validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/pattern", keyword: "pattern", params: { pattern: "^0x[0-9A-F]{8}$" }, message: 'must match pattern "^0x[0-9A-F]{8}$"' }];
                                                return false;
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/failures/" + i4 + "/ntStatus", schemaPath: "common.schema.json#/$defs/ntStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid16 = _errs81 === errors;
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
                              var valid15 = _errs75 === errors;
                              if (!valid15) {
                                break;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid0 = _errs73 === errors;
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
    } else {
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "manifest": true, "product": true, "createdTime": true, "machine": true, "dumps": true, "threads": true, "drivers": true, "failures": true }, "dynamicProps": false, "dynamicItems": false };
var validateCommandsRequest = validate24;
var schema50 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
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
        validate24.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate24.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate24.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate24.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate24.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate24.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate24.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.machine !== void 0) {
            let data2 = data.machine;
            const _errs5 = errors;
            const _errs6 = errors;
            if (errors === _errs6) {
              if (typeof data2 === "string") {
                if (func1(data2) > 100) {
                  validate24.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                  return false;
                } else {
                  if (func1(data2) < 1) {
                    validate24.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              } else {
                validate24.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.propertyCase !== void 0) {
              let data3 = data.propertyCase;
              const _errs8 = errors;
              if (!(data3 === "camel" || data3 === "pascal")) {
                validate24.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.callerVersion !== void 0) {
                let data4 = data.callerVersion;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (typeof data4 === "string") {
                    if (func1(data4) > 100) {
                      validate24.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                      return false;
                    } else {
                      if (func1(data4) < 1) {
                        validate24.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    }
                  } else {
                    validate24.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.cancelOnEndOfInput !== void 0) {
                  const _errs13 = errors;
                  if (typeof data.cancelOnEndOfInput !== "boolean") {
                    validate24.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  for (const key0 in data) {
                    if (key0 !== "paths" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                      validate24.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate24.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateDscRequest = validate25;
var schema52 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-dsc.schema.json", "title": "DscRequest", "description": "An operation of the DSC resource KernelTriage/KernelDumpReadiness.", "type": "object", "required": ["operation"], "properties": { "operation": { "enum": ["get", "set", "test", "whatif", "export"] }, "instance": { "$ref": "dump-readiness.schema.json" }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
var schema53 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/dump-readiness.schema.json", "title": "DumpReadiness", "description": "An instance of the DSC resource KernelTriage/KernelDumpReadiness: settings of Windows that decide about dumps, and a folder for them. An absent property is not looked at and not changed.", "type": "object", "properties": { "crashDumpEnabled": { "description": "What a crash writes: None, Complete, Kernel, Small or Automatic (CrashControl, CrashDumpEnabled). After a restart.", "enum": ["None", "Complete", "Kernel", "Small", "Automatic"] }, "alwaysKeepMemoryDump": { "description": "Keep the crash dump also when the disk is short (CrashControl, AlwaysKeepMemoryDump).", "type": "boolean" }, "dumpFile": { "description": "The file of the crash dump; variables like %SystemRoot% stay as they are (CrashControl, DumpFile).", "type": "string", "minLength": 1, "maxLength": 1e3 }, "minidumpDir": { "description": "The folder of small crash dumps (CrashControl, MinidumpDir).", "type": "string", "minLength": 1, "maxLength": 1e3 }, "fullLiveReportsMax": { "description": "Full live reports that Windows Error Reporting keeps; 0 turns live dumps off (FullLiveKernelReports, FullLiveReportsMax).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "systemThrottleThreshold": { "description": "Hours between full live reports of the system (FullLiveKernelReports, SystemThrottleThreshold).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "componentThrottleThreshold": { "description": "Hours between full live reports of one component (FullLiveKernelReports, ComponentThrottleThreshold).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "liveKernelReportsPath": { "description": "The folder of live reports as the kernel names it, \\??\\D:\\dumps (LiveKernelReports, LiveKernelReportsPath). After a restart.", "type": "string", "minLength": 1, "maxLength": 1e3 }, "operationalChannel": { "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Operational is on. After a restart.", "type": "boolean" }, "analyticChannel": { "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Analytic is on. After a restart.", "type": "boolean" }, "dumpFolder": { "description": "A folder for dumps on a local volume, D:\\dumps. It is made where it is missing; the folder that it lies in must exist, and no part of the path may be a link.", "type": "string", "pattern": '^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$', "maxLength": 240 }, "dumpFolderAcl": { "description": "Who gets at the folder: Restricted is Administrators and SYSTEM alone, Inherit whoever the folder around it lets. A folder that is made is Restricted unless this says otherwise. Custom is answered for anything else, and cannot be set.", "enum": ["Restricted", "Inherit", "Custom"] }, "_inDesiredState": { "description": "Answered by test: whether every property that was given is as given.", "type": "boolean", "readOnly": true }, "_rebootRequested": { "description": "Answered by set and what-if: whether a changed setting counts only after a restart.", "type": "boolean", "readOnly": true } }, "dependentRequired": { "dumpFolderAcl": ["dumpFolder"] }, "additionalProperties": false };
var func11 = Object.prototype.hasOwnProperty;
var pattern11 = new RegExp('^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$', "u");
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.operation === void 0 && (missing0 = "operation")) {
        validate25.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.operation !== void 0) {
          let data0 = data.operation;
          const _errs1 = errors;
          if (!(data0 === "get" || data0 === "set" || data0 === "test" || data0 === "whatif" || data0 === "export")) {
            validate25.errors = [{ instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/enum", keyword: "enum", params: { allowedValues: schema52.properties.operation.enum }, message: "must be equal to one of the allowed values" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.instance !== void 0) {
            let data1 = data.instance;
            const _errs2 = errors;
            const _errs3 = errors;
            if (errors === _errs3) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                const _errs5 = errors;
                for (const key0 in data1) {
                  if (!func11.call(schema53.properties, key0)) {
                    validate25.errors = [{ instancePath: instancePath + "/instance", schemaPath: "dump-readiness.schema.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                    return false;
                    break;
                  }
                }
                if (_errs5 === errors) {
                  if (data1.crashDumpEnabled !== void 0) {
                    let data2 = data1.crashDumpEnabled;
                    const _errs6 = errors;
                    if (!(data2 === "None" || data2 === "Complete" || data2 === "Kernel" || data2 === "Small" || data2 === "Automatic")) {
                      validate25.errors = [{ instancePath: instancePath + "/instance/crashDumpEnabled", schemaPath: "dump-readiness.schema.json/properties/crashDumpEnabled/enum", keyword: "enum", params: { allowedValues: schema53.properties.crashDumpEnabled.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid2 = _errs6 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data1.alwaysKeepMemoryDump !== void 0) {
                      const _errs7 = errors;
                      if (typeof data1.alwaysKeepMemoryDump !== "boolean") {
                        validate25.errors = [{ instancePath: instancePath + "/instance/alwaysKeepMemoryDump", schemaPath: "dump-readiness.schema.json/properties/alwaysKeepMemoryDump/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid2 = _errs7 === errors;
                    } else {
                      var valid2 = true;
                    }
                    if (valid2) {
                      if (data1.dumpFile !== void 0) {
                        let data4 = data1.dumpFile;
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (typeof data4 === "string") {
                            if (func1(data4) > 1e3) {
                              validate25.errors = [{ instancePath: instancePath + "/instance/dumpFile", schemaPath: "dump-readiness.schema.json/properties/dumpFile/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                              return false;
                            } else {
                              if (func1(data4) < 1) {
                                validate25.errors = [{ instancePath: instancePath + "/instance/dumpFile", schemaPath: "dump-readiness.schema.json/properties/dumpFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate25.errors = [{ instancePath: instancePath + "/instance/dumpFile", schemaPath: "dump-readiness.schema.json/properties/dumpFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid2 = _errs9 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data1.minidumpDir !== void 0) {
                          let data5 = data1.minidumpDir;
                          const _errs11 = errors;
                          if (errors === _errs11) {
                            if (typeof data5 === "string") {
                              if (func1(data5) > 1e3) {
                                validate25.errors = [{ instancePath: instancePath + "/instance/minidumpDir", schemaPath: "dump-readiness.schema.json/properties/minidumpDir/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                                return false;
                              } else {
                                if (func1(data5) < 1) {
                                  validate25.errors = [{ instancePath: instancePath + "/instance/minidumpDir", schemaPath: "dump-readiness.schema.json/properties/minidumpDir/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            } else {
                              validate25.errors = [{ instancePath: instancePath + "/instance/minidumpDir", schemaPath: "dump-readiness.schema.json/properties/minidumpDir/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid2 = _errs11 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data1.fullLiveReportsMax !== void 0) {
                            let data6 = data1.fullLiveReportsMax;
                            const _errs13 = errors;
                            if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                              validate25.errors = [{ instancePath: instancePath + "/instance/fullLiveReportsMax", schemaPath: "dump-readiness.schema.json/properties/fullLiveReportsMax/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs13) {
                              if (typeof data6 == "number" && isFinite(data6)) {
                                if (data6 > 4294967295 || isNaN(data6)) {
                                  validate25.errors = [{ instancePath: instancePath + "/instance/fullLiveReportsMax", schemaPath: "dump-readiness.schema.json/properties/fullLiveReportsMax/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                  return false;
                                } else {
                                  if (data6 < 0 || isNaN(data6)) {
                                    validate25.errors = [{ instancePath: instancePath + "/instance/fullLiveReportsMax", schemaPath: "dump-readiness.schema.json/properties/fullLiveReportsMax/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                }
                              }
                            }
                            var valid2 = _errs13 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data1.systemThrottleThreshold !== void 0) {
                              let data7 = data1.systemThrottleThreshold;
                              const _errs15 = errors;
                              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                                validate25.errors = [{ instancePath: instancePath + "/instance/systemThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/systemThrottleThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                return false;
                              }
                              if (errors === _errs15) {
                                if (typeof data7 == "number" && isFinite(data7)) {
                                  if (data7 > 4294967295 || isNaN(data7)) {
                                    validate25.errors = [{ instancePath: instancePath + "/instance/systemThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/systemThrottleThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                    return false;
                                  } else {
                                    if (data7 < 0 || isNaN(data7)) {
                                      validate25.errors = [{ instancePath: instancePath + "/instance/systemThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/systemThrottleThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid2 = _errs15 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data1.componentThrottleThreshold !== void 0) {
                                let data8 = data1.componentThrottleThreshold;
                                const _errs17 = errors;
                                if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                                  validate25.errors = [{ instancePath: instancePath + "/instance/componentThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/componentThrottleThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs17) {
                                  if (typeof data8 == "number" && isFinite(data8)) {
                                    if (data8 > 4294967295 || isNaN(data8)) {
                                      validate25.errors = [{ instancePath: instancePath + "/instance/componentThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/componentThrottleThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                      return false;
                                    } else {
                                      if (data8 < 0 || isNaN(data8)) {
                                        validate25.errors = [{ instancePath: instancePath + "/instance/componentThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/componentThrottleThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                }
                                var valid2 = _errs17 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data1.liveKernelReportsPath !== void 0) {
                                  let data9 = data1.liveKernelReportsPath;
                                  const _errs19 = errors;
                                  if (errors === _errs19) {
                                    if (typeof data9 === "string") {
                                      if (func1(data9) > 1e3) {
                                        validate25.errors = [{ instancePath: instancePath + "/instance/liveKernelReportsPath", schemaPath: "dump-readiness.schema.json/properties/liveKernelReportsPath/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                                        return false;
                                      } else {
                                        if (func1(data9) < 1) {
                                          validate25.errors = [{ instancePath: instancePath + "/instance/liveKernelReportsPath", schemaPath: "dump-readiness.schema.json/properties/liveKernelReportsPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate25.errors = [{ instancePath: instancePath + "/instance/liveKernelReportsPath", schemaPath: "dump-readiness.schema.json/properties/liveKernelReportsPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs19 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data1.operationalChannel !== void 0) {
                                    const _errs21 = errors;
                                    if (typeof data1.operationalChannel !== "boolean") {
                                      validate25.errors = [{ instancePath: instancePath + "/instance/operationalChannel", schemaPath: "dump-readiness.schema.json/properties/operationalChannel/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid2 = _errs21 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data1.analyticChannel !== void 0) {
                                      const _errs23 = errors;
                                      if (typeof data1.analyticChannel !== "boolean") {
                                        validate25.errors = [{ instancePath: instancePath + "/instance/analyticChannel", schemaPath: "dump-readiness.schema.json/properties/analyticChannel/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid2 = _errs23 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                    if (valid2) {
                                      if (data1.dumpFolder !== void 0) {
                                        let data12 = data1.dumpFolder;
                                        const _errs25 = errors;
                                        if (errors === _errs25) {
                                          if (typeof data12 === "string") {
                                            if (func1(data12) > 240) {
                                              validate25.errors = [{ instancePath: instancePath + "/instance/dumpFolder", schemaPath: "dump-readiness.schema.json/properties/dumpFolder/maxLength", keyword: "maxLength", params: { limit: 240 }, message: "must NOT have more than 240 characters" }];
                                              return false;
                                            } else {
                                              if (!pattern11.test(data12)) {
                                                validate25.errors = [{ instancePath: instancePath + "/instance/dumpFolder", schemaPath: "dump-readiness.schema.json/properties/dumpFolder/pattern", keyword: "pattern", params: { pattern: '^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$' }, message: 'must match pattern "^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$"' }];
                                                return false;
                                              }
                                            }
                                          } else {
                                            validate25.errors = [{ instancePath: instancePath + "/instance/dumpFolder", schemaPath: "dump-readiness.schema.json/properties/dumpFolder/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                        }
                                        var valid2 = _errs25 === errors;
                                      } else {
                                        var valid2 = true;
                                      }
                                      if (valid2) {
                                        if (data1.dumpFolderAcl !== void 0) {
                                          let data13 = data1.dumpFolderAcl;
                                          const _errs27 = errors;
                                          if (!(data13 === "Restricted" || data13 === "Inherit" || data13 === "Custom")) {
                                            validate25.errors = [{ instancePath: instancePath + "/instance/dumpFolderAcl", schemaPath: "dump-readiness.schema.json/properties/dumpFolderAcl/enum", keyword: "enum", params: { allowedValues: schema53.properties.dumpFolderAcl.enum }, message: "must be equal to one of the allowed values" }];
                                            return false;
                                          }
                                          var valid2 = _errs27 === errors;
                                        } else {
                                          var valid2 = true;
                                        }
                                        if (valid2) {
                                          if (data1._inDesiredState !== void 0) {
                                            const _errs28 = errors;
                                            if (typeof data1._inDesiredState !== "boolean") {
                                              validate25.errors = [{ instancePath: instancePath + "/instance/_inDesiredState", schemaPath: "dump-readiness.schema.json/properties/_inDesiredState/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                              return false;
                                            }
                                            var valid2 = _errs28 === errors;
                                          } else {
                                            var valid2 = true;
                                          }
                                          if (valid2) {
                                            if (data1._rebootRequested !== void 0) {
                                              const _errs30 = errors;
                                              if (typeof data1._rebootRequested !== "boolean") {
                                                validate25.errors = [{ instancePath: instancePath + "/instance/_rebootRequested", schemaPath: "dump-readiness.schema.json/properties/_rebootRequested/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                return false;
                                              }
                                              var valid2 = _errs30 === errors;
                                            } else {
                                              var valid2 = true;
                                            }
                                            if (valid2) {
                                              let missing1;
                                              if (data1.dumpFolderAcl !== void 0 && (data1.dumpFolder === void 0 && (missing1 = "dumpFolder"))) {
                                                validate25.errors = [{ instancePath: instancePath + "/instance", schemaPath: "dump-readiness.schema.json/dependentRequired", keyword: "dependentRequired", params: {
                                                  property: "dumpFolderAcl",
                                                  missingProperty: missing1,
                                                  depsCount: 1,
                                                  deps: "dumpFolder"
                                                }, message: "must have property dumpFolder when property dumpFolderAcl is present" }];
                                                return false;
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
                validate25.errors = [{ instancePath: instancePath + "/instance", schemaPath: "dump-readiness.schema.json/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.machine !== void 0) {
              let data16 = data.machine;
              const _errs32 = errors;
              const _errs33 = errors;
              if (errors === _errs33) {
                if (typeof data16 === "string") {
                  if (func1(data16) > 100) {
                    validate25.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                    return false;
                  } else {
                    if (func1(data16) < 1) {
                      validate25.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate25.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs32 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.propertyCase !== void 0) {
                let data17 = data.propertyCase;
                const _errs35 = errors;
                if (!(data17 === "camel" || data17 === "pascal")) {
                  validate25.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid0 = _errs35 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.callerVersion !== void 0) {
                  let data18 = data.callerVersion;
                  const _errs37 = errors;
                  const _errs38 = errors;
                  if (errors === _errs38) {
                    if (typeof data18 === "string") {
                      if (func1(data18) > 100) {
                        validate25.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                        return false;
                      } else {
                        if (func1(data18) < 1) {
                          validate25.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate25.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs37 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.cancelOnEndOfInput !== void 0) {
                    const _errs40 = errors;
                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                      validate25.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs40 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    for (const key1 in data) {
                      if (key1 !== "operation" && key1 !== "instance" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "cancelOnEndOfInput") {
                        validate25.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key1 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate25.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateDumpProcessesRequest = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
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
        validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate26.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate26.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate26.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate26.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate26.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate26.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.machine !== void 0) {
            let data2 = data.machine;
            const _errs5 = errors;
            const _errs6 = errors;
            if (errors === _errs6) {
              if (typeof data2 === "string") {
                if (func1(data2) > 100) {
                  validate26.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                  return false;
                } else {
                  if (func1(data2) < 1) {
                    validate26.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              } else {
                validate26.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.propertyCase !== void 0) {
              let data3 = data.propertyCase;
              const _errs8 = errors;
              if (!(data3 === "camel" || data3 === "pascal")) {
                validate26.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.callerVersion !== void 0) {
                let data4 = data.callerVersion;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (typeof data4 === "string") {
                    if (func1(data4) > 100) {
                      validate26.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                      return false;
                    } else {
                      if (func1(data4) < 1) {
                        validate26.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    }
                  } else {
                    validate26.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.cancelOnEndOfInput !== void 0) {
                  const _errs13 = errors;
                  if (typeof data.cancelOnEndOfInput !== "boolean") {
                    validate26.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  for (const key0 in data) {
                    if (key0 !== "paths" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                      validate26.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate26.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateDumpThreadsRequest = validate27;
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
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
        validate27.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate27.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate27.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate27.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate27.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate27.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate27.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.processIds !== void 0) {
            let data2 = data.processIds;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (Array.isArray(data2)) {
                if (data2.length > 1e4) {
                  validate27.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                  return false;
                } else {
                  var valid2 = true;
                  const len1 = data2.length;
                  for (let i1 = 0; i1 < len1; i1++) {
                    let data3 = data2[i1];
                    const _errs7 = errors;
                    const _errs8 = errors;
                    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                      validate27.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs8) {
                      if (typeof data3 == "number" && isFinite(data3)) {
                        if (data3 > 4294967295 || isNaN(data3)) {
                          validate27.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                          return false;
                        } else {
                          if (data3 < 0 || isNaN(data3)) {
                            validate27.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid2 = _errs7 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                }
              } else {
                validate27.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.machine !== void 0) {
              let data4 = data.machine;
              const _errs10 = errors;
              const _errs11 = errors;
              if (errors === _errs11) {
                if (typeof data4 === "string") {
                  if (func1(data4) > 100) {
                    validate27.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                    return false;
                  } else {
                    if (func1(data4) < 1) {
                      validate27.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate27.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs10 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.propertyCase !== void 0) {
                let data5 = data.propertyCase;
                const _errs13 = errors;
                if (!(data5 === "camel" || data5 === "pascal")) {
                  validate27.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid0 = _errs13 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.callerVersion !== void 0) {
                  let data6 = data.callerVersion;
                  const _errs15 = errors;
                  const _errs16 = errors;
                  if (errors === _errs16) {
                    if (typeof data6 === "string") {
                      if (func1(data6) > 100) {
                        validate27.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                        return false;
                      } else {
                        if (func1(data6) < 1) {
                          validate27.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate27.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs15 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.cancelOnEndOfInput !== void 0) {
                    const _errs18 = errors;
                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                      validate27.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs18 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    for (const key0 in data) {
                      if (key0 !== "paths" && key0 !== "processIds" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                        validate27.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate27.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateDumpRequest = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
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
        validate28.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate28.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate28.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate28.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate28.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate28.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate28.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.raw !== void 0) {
            const _errs5 = errors;
            if (typeof data.raw !== "boolean") {
              validate28.errors = [{ instancePath: instancePath + "/raw", schemaPath: "#/properties/raw/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
              return false;
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
                    validate28.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                    return false;
                  } else {
                    if (func1(data3) < 1) {
                      validate28.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate28.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  validate28.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
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
                        validate28.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                        return false;
                      } else {
                        if (func1(data5) < 1) {
                          validate28.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate28.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.cancelOnEndOfInput !== void 0) {
                    const _errs15 = errors;
                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                      validate28.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs15 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    for (const key0 in data) {
                      if (key0 !== "paths" && key0 !== "raw" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                        validate28.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate28.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateLiveDumpRequest = validate29;
var schema70 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-live.schema.json", "title": "LiveDumpRequest", "description": "A live kernel dump to take: the kernel's memory of the running machine, in one file.", "type": "object", "required": ["path"], "properties": { "path": { "description": "The file to write, on a local volume, in a folder that exists.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "scope": { "description": "`Full`: the kernel's memory. `ThreadStacks`: the kernel stacks of all threads alone; small, needs Windows 11 or later.", "enum": ["Full", "ThreadStacks"], "default": "Full" }, "includeUserMemory": { "description": "Also pages of processes; before Windows 11 22H2 only where kernel debugging is on.", "type": "boolean" }, "includeHypervisor": { "description": "Also pages of the hypervisor.", "type": "boolean" }, "includeNonEssentialHypervisor": { "description": "Also the hypervisor pages that Windows leaves out by default; Windows 11 or later.", "type": "boolean" }, "abortOnMemoryPressure": { "description": "Give up when memory becomes short, instead of making it shorter; Windows 10 1803 or later.", "type": "boolean", "default": true }, "bugCheckCode": { "description": "0x161 (LIVE_DUMP) when absent.", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "bugCheckParameters": { "description": "BugCheckParameter1 to 4; absent ones are zero. When the list is absent, the first spells `ktriage`.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/address" }, "maxItems": 4 }, "timeLimitSeconds": { "description": "Cancel after this time.", "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "waitSeconds": { "description": "While Windows takes another live dump, try again for so long.", "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "trace": { "description": "One LiveTraceEvent for each event of the capture, and a listing of them beside the dump.", "type": "boolean" }, "force": { "description": "Overwrite the file, and capture although less space or memory is free than estimated or a setting turns live dumps off, or to a network share.", "type": "boolean" }, "acl": { "description": "Who may read the file: Administrators, SYSTEM and the owner, or whoever the folder says.", "enum": ["Restricted", "Inherit"], "default": "Restricted" }, "planOnly": { "description": "Check everything, say what would be done, touch nothing.", "type": "boolean" }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
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
        validate29.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.path !== void 0) {
          let data0 = data.path;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === "string") {
              if (func1(data0) > 32e3) {
                validate29.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                return false;
              } else {
                if (func1(data0) < 1) {
                  validate29.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              }
            } else {
              validate29.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate29.errors = [{ instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema70.properties.scope.enum }, message: "must be equal to one of the allowed values" }];
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
                validate29.errors = [{ instancePath: instancePath + "/includeUserMemory", schemaPath: "#/properties/includeUserMemory/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                  validate29.errors = [{ instancePath: instancePath + "/includeHypervisor", schemaPath: "#/properties/includeHypervisor/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                    validate29.errors = [{ instancePath: instancePath + "/includeNonEssentialHypervisor", schemaPath: "#/properties/includeNonEssentialHypervisor/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                      validate29.errors = [{ instancePath: instancePath + "/abortOnMemoryPressure", schemaPath: "#/properties/abortOnMemoryPressure/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                        validate29.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs12) {
                        if (typeof data6 == "number" && isFinite(data6)) {
                          if (data6 > 4294967295 || isNaN(data6)) {
                            validate29.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                            return false;
                          } else {
                            if (data6 < 0 || isNaN(data6)) {
                              validate29.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                              validate29.errors = [{ instancePath: instancePath + "/bugCheckParameters", schemaPath: "#/properties/bugCheckParameters/maxItems", keyword: "maxItems", params: { limit: 4 }, message: "must NOT have more than 4 items" }];
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
                                    if (!pattern6.test(data8)) {
                                      validate29.errors = [{ instancePath: instancePath + "/bugCheckParameters/" + i0, schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                      return false;
                                    }
                                  } else {
                                    validate29.errors = [{ instancePath: instancePath + "/bugCheckParameters/" + i0, schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                            validate29.errors = [{ instancePath: instancePath + "/bugCheckParameters", schemaPath: "#/properties/bugCheckParameters/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                                validate29.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                return false;
                              } else {
                                if (data9 <= 0 || isNaN(data9)) {
                                  validate29.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                  return false;
                                }
                              }
                            } else {
                              validate29.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
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
                                  validate29.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                  return false;
                                } else {
                                  if (data10 <= 0 || isNaN(data10)) {
                                    validate29.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate29.errors = [{ instancePath: instancePath + "/waitSeconds", schemaPath: "#/properties/waitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
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
                                validate29.errors = [{ instancePath: instancePath + "/trace", schemaPath: "#/properties/trace/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                                  validate29.errors = [{ instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                                    validate29.errors = [{ instancePath: instancePath + "/acl", schemaPath: "#/properties/acl/enum", keyword: "enum", params: { allowedValues: schema70.properties.acl.enum }, message: "must be equal to one of the allowed values" }];
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
                                      validate29.errors = [{ instancePath: instancePath + "/planOnly", schemaPath: "#/properties/planOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                                            validate29.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                            return false;
                                          } else {
                                            if (func1(data15) < 1) {
                                              validate29.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate29.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                                          validate29.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
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
                                                validate29.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                                return false;
                                              } else {
                                                if (func1(data17) < 1) {
                                                  validate29.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate29.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs35 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.cancelOnEndOfInput !== void 0) {
                                            const _errs38 = errors;
                                            if (typeof data.cancelOnEndOfInput !== "boolean") {
                                              validate29.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                              return false;
                                            }
                                            var valid0 = _errs38 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            for (const key0 in data) {
                                              if (key0 !== "path" && key0 !== "scope" && key0 !== "includeUserMemory" && key0 !== "includeHypervisor" && key0 !== "includeNonEssentialHypervisor" && key0 !== "abortOnMemoryPressure" && key0 !== "bugCheckCode" && key0 !== "bugCheckParameters" && key0 !== "timeLimitSeconds" && key0 !== "waitSeconds" && key0 !== "trace" && key0 !== "force" && key0 !== "acl" && key0 !== "planOnly" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                                                validate29.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate29.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateMemoryRequest = validate30;
var pattern13 = new RegExp("^(0[xX])?[0-9A-Fa-f`]{1,17}$", "u");
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.paths === void 0 && (missing0 = "paths") || data.address === void 0 && (missing0 = "address")) {
        validate30.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate30.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate30.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate30.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate30.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate30.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate30.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.address !== void 0) {
            let data2 = data.address;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data2 === "string") {
                if (!pattern13.test(data2)) {
                  validate30.errors = [{ instancePath: instancePath + "/address", schemaPath: "#/properties/address/pattern", keyword: "pattern", params: { pattern: "^(0[xX])?[0-9A-Fa-f`]{1,17}$" }, message: 'must match pattern "^(0[xX])?[0-9A-Fa-f`]{1,17}$"' }];
                  return false;
                }
              } else {
                validate30.errors = [{ instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.length !== void 0) {
              let data3 = data.length;
              const _errs7 = errors;
              if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                validate30.errors = [{ instancePath: instancePath + "/length", schemaPath: "#/properties/length/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs7) {
                if (typeof data3 == "number" && isFinite(data3)) {
                  if (data3 > 16777216 || isNaN(data3)) {
                    validate30.errors = [{ instancePath: instancePath + "/length", schemaPath: "#/properties/length/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16777216 }, message: "must be <= 16777216" }];
                    return false;
                  } else {
                    if (data3 < 1 || isNaN(data3)) {
                      validate30.errors = [{ instancePath: instancePath + "/length", schemaPath: "#/properties/length/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.physical !== void 0) {
                const _errs9 = errors;
                if (typeof data.physical !== "boolean") {
                  validate30.errors = [{ instancePath: instancePath + "/physical", schemaPath: "#/properties/physical/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.directoryTableBase !== void 0) {
                  let data5 = data.directoryTableBase;
                  const _errs11 = errors;
                  if (errors === _errs11) {
                    if (typeof data5 === "string") {
                      if (!pattern13.test(data5)) {
                        validate30.errors = [{ instancePath: instancePath + "/directoryTableBase", schemaPath: "#/properties/directoryTableBase/pattern", keyword: "pattern", params: { pattern: "^(0[xX])?[0-9A-Fa-f`]{1,17}$" }, message: 'must match pattern "^(0[xX])?[0-9A-Fa-f`]{1,17}$"' }];
                        return false;
                      }
                    } else {
                      validate30.errors = [{ instancePath: instancePath + "/directoryTableBase", schemaPath: "#/properties/directoryTableBase/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs11 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.machine !== void 0) {
                    let data6 = data.machine;
                    const _errs13 = errors;
                    const _errs14 = errors;
                    if (errors === _errs14) {
                      if (typeof data6 === "string") {
                        if (func1(data6) > 100) {
                          validate30.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                          return false;
                        } else {
                          if (func1(data6) < 1) {
                            validate30.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate30.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs13 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.propertyCase !== void 0) {
                      let data7 = data.propertyCase;
                      const _errs16 = errors;
                      if (!(data7 === "camel" || data7 === "pascal")) {
                        validate30.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid0 = _errs16 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.callerVersion !== void 0) {
                        let data8 = data.callerVersion;
                        const _errs18 = errors;
                        const _errs19 = errors;
                        if (errors === _errs19) {
                          if (typeof data8 === "string") {
                            if (func1(data8) > 100) {
                              validate30.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                              return false;
                            } else {
                              if (func1(data8) < 1) {
                                validate30.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate30.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs18 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.cancelOnEndOfInput !== void 0) {
                          const _errs21 = errors;
                          if (typeof data.cancelOnEndOfInput !== "boolean") {
                            validate30.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                            return false;
                          }
                          var valid0 = _errs21 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          for (const key0 in data) {
                            if (key0 !== "paths" && key0 !== "address" && key0 !== "length" && key0 !== "physical" && key0 !== "directoryTableBase" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                              validate30.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate30.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateReadinessRequest = validate31;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
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
              validate31.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
              return false;
            } else {
              if (func1(data0) < 1) {
                validate31.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            }
          } else {
            validate31.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            validate31.errors = [{ instancePath: instancePath + "/selfTest", schemaPath: "#/properties/selfTest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                  validate31.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                  return false;
                } else {
                  if (func1(data2) < 1) {
                    validate31.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              } else {
                validate31.errors = [{ instancePath: instancePath + "/reportPath", schemaPath: "#/properties/reportPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                    validate31.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                    return false;
                  } else {
                    if (func1(data3) < 1) {
                      validate31.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate31.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  validate31.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
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
                        validate31.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                        return false;
                      } else {
                        if (func1(data5) < 1) {
                          validate31.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate31.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.cancelOnEndOfInput !== void 0) {
                    const _errs15 = errors;
                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                      validate31.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs15 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    for (const key0 in data) {
                      if (key0 !== "destination" && key0 !== "selfTest" && key0 !== "reportPath" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                        validate31.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateResolveRequest = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
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
        validate32.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate32.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate32.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate32.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate32.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate32.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate32.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.addresses !== void 0) {
            let data2 = data.addresses;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (Array.isArray(data2)) {
                if (data2.length > 1e5) {
                  validate32.errors = [{ instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                  return false;
                } else {
                  var valid2 = true;
                  const len1 = data2.length;
                  for (let i1 = 0; i1 < len1; i1++) {
                    let data3 = data2[i1];
                    const _errs7 = errors;
                    if (errors === _errs7) {
                      if (typeof data3 === "string") {
                        if (func1(data3) > 40) {
                          validate32.errors = [{ instancePath: instancePath + "/addresses/" + i1, schemaPath: "#/properties/addresses/items/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }];
                          return false;
                        } else {
                          if (func1(data3) < 1) {
                            validate32.errors = [{ instancePath: instancePath + "/addresses/" + i1, schemaPath: "#/properties/addresses/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate32.errors = [{ instancePath: instancePath + "/addresses/" + i1, schemaPath: "#/properties/addresses/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid2 = _errs7 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                }
              } else {
                validate32.errors = [{ instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.names !== void 0) {
              let data4 = data.names;
              const _errs9 = errors;
              if (errors === _errs9) {
                if (Array.isArray(data4)) {
                  if (data4.length > 1e3) {
                    validate32.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                    return false;
                  } else {
                    var valid3 = true;
                    const len2 = data4.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data5 = data4[i2];
                      const _errs11 = errors;
                      if (errors === _errs11) {
                        if (typeof data5 === "string") {
                          if (func1(data5) > 4096) {
                            validate32.errors = [{ instancePath: instancePath + "/names/" + i2, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                            return false;
                          } else {
                            if (func1(data5) < 1) {
                              validate32.errors = [{ instancePath: instancePath + "/names/" + i2, schemaPath: "#/properties/names/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate32.errors = [{ instancePath: instancePath + "/names/" + i2, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid3 = _errs11 === errors;
                      if (!valid3) {
                        break;
                      }
                    }
                  }
                } else {
                  validate32.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs9 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.symbolPath !== void 0) {
                let data6 = data.symbolPath;
                const _errs13 = errors;
                if (errors === _errs13) {
                  if (typeof data6 === "string") {
                    if (func1(data6) > 32e3) {
                      validate32.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                      return false;
                    }
                  } else {
                    validate32.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs13 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.imagePath !== void 0) {
                  let data7 = data.imagePath;
                  const _errs15 = errors;
                  if (errors === _errs15) {
                    if (typeof data7 === "string") {
                      if (func1(data7) > 32e3) {
                        validate32.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                        return false;
                      }
                    } else {
                      validate32.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs15 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.machine !== void 0) {
                    let data8 = data.machine;
                    const _errs17 = errors;
                    const _errs18 = errors;
                    if (errors === _errs18) {
                      if (typeof data8 === "string") {
                        if (func1(data8) > 100) {
                          validate32.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                          return false;
                        } else {
                          if (func1(data8) < 1) {
                            validate32.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate32.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs17 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.propertyCase !== void 0) {
                      let data9 = data.propertyCase;
                      const _errs20 = errors;
                      if (!(data9 === "camel" || data9 === "pascal")) {
                        validate32.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid0 = _errs20 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.callerVersion !== void 0) {
                        let data10 = data.callerVersion;
                        const _errs22 = errors;
                        const _errs23 = errors;
                        if (errors === _errs23) {
                          if (typeof data10 === "string") {
                            if (func1(data10) > 100) {
                              validate32.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                              return false;
                            } else {
                              if (func1(data10) < 1) {
                                validate32.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate32.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs22 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.cancelOnEndOfInput !== void 0) {
                          const _errs25 = errors;
                          if (typeof data.cancelOnEndOfInput !== "boolean") {
                            validate32.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                            return false;
                          }
                          var valid0 = _errs25 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          for (const key0 in data) {
                            if (key0 !== "paths" && key0 !== "addresses" && key0 !== "names" && key0 !== "symbolPath" && key0 !== "imagePath" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                              validate32.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate32.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateSchemaRequest = validate33;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.name !== void 0) {
        const _errs1 = errors;
        if (typeof data.name !== "string") {
          validate33.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
          return false;
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.machine !== void 0) {
          let data1 = data.machine;
          const _errs3 = errors;
          const _errs4 = errors;
          if (errors === _errs4) {
            if (typeof data1 === "string") {
              if (func1(data1) > 100) {
                validate33.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                return false;
              } else {
                if (func1(data1) < 1) {
                  validate33.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              }
            } else {
              validate33.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
          }
          var valid0 = _errs3 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.propertyCase !== void 0) {
            let data2 = data.propertyCase;
            const _errs6 = errors;
            if (!(data2 === "camel" || data2 === "pascal")) {
              validate33.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs6 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.callerVersion !== void 0) {
              let data3 = data.callerVersion;
              const _errs8 = errors;
              const _errs9 = errors;
              if (errors === _errs9) {
                if (typeof data3 === "string") {
                  if (func1(data3) > 100) {
                    validate33.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                    return false;
                  } else {
                    if (func1(data3) < 1) {
                      validate33.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate33.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.cancelOnEndOfInput !== void 0) {
                const _errs11 = errors;
                if (typeof data.cancelOnEndOfInput !== "boolean") {
                  validate33.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid0 = _errs11 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                for (const key0 in data) {
                  if (key0 !== "name" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                    validate33.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
                    return false;
                    break;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate33.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateStacksRequest = validate34;
var schema91 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-stacks.schema.json", "title": "StacksRequest", "description": "Dumps, or threads of the live machine, of which to walk and name the kernel stacks.", "type": "object", "properties": { "paths": { "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "minItems": 1, "maxItems": 1e5 }, "threads": { "description": "Live threads: captured into temporary dumps that exist in memory alone.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadReference" }, "maxItems": 1e5 }, "threadIds": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadId" } }, "objectAddresses": { "description": "Only the threads with these object addresses.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/address" } }, "symbolPath": { "description": "In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.", "type": "string", "maxLength": 32e3 }, "imagePath": { "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.", "type": "string", "maxLength": 32e3 }, "includeCaptureFrames": { "description": "Keep the frames of the APC by which the capture itself runs in the thread.", "type": "boolean" }, "scan": { "description": "Guess where unwind data is missing; guesses are marked.", "type": "boolean", "default": true }, "groupBy": { "description": "Give groups of equal stacks instead of stacks: by functions, exact addresses, images, or the functions of the innermost frames.", "enum": ["Symbol", "Address", "Module", "Top"] }, "topFrames": { "description": "How many frames count with groupBy Top.", "type": "integer", "minimum": 1, "maximum": 256 }, "maxFrames": { "type": "integer", "minimum": 1, "maximum": 256 }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
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
        validate35.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "processId" || key0 === "threadId" || key0 === "createTimeRaw" || key0 === "processCreateTimeRaw" || key0 === "computerName")) {
            validate35.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.processId !== void 0) {
            let data0 = data.processId;
            const _errs2 = errors;
            const _errs3 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate35.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs3) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 > 4294967295 || isNaN(data0)) {
                  validate35.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate35.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                    return false;
                  }
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.threadId !== void 0) {
              let data1 = data.threadId;
              const _errs5 = errors;
              const _errs6 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate35.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs6) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 4294967295 || isNaN(data1)) {
                    validate35.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                    return false;
                  } else {
                    if (data1 < 0 || isNaN(data1)) {
                      validate35.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.createTimeRaw !== void 0) {
                let data2 = data.createTimeRaw;
                const _errs8 = errors;
                const _errs9 = errors;
                if (errors === _errs9) {
                  if (typeof data2 === "string") {
                    if (!pattern4.test(data2)) {
                      validate35.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                      return false;
                    }
                  } else {
                    validate35.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.processCreateTimeRaw !== void 0) {
                  let data3 = data.processCreateTimeRaw;
                  const _errs11 = errors;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (typeof data3 === "string") {
                      if (!pattern4.test(data3)) {
                        validate35.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                        return false;
                      }
                    } else {
                      validate35.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs11 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.computerName !== void 0) {
                    const _errs14 = errors;
                    if (typeof data.computerName !== "string") {
                      validate35.errors = [{ instancePath: instancePath + "/computerName", schemaPath: "#/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid0 = _errs14 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate35.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.paths !== void 0) {
        let data0 = data.paths;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (Array.isArray(data0)) {
            if (data0.length > 1e5) {
              validate34.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
              return false;
            } else {
              if (data0.length < 1) {
                validate34.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                        validate34.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                        return false;
                      } else {
                        if (func1(data1) < 1) {
                          validate34.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate34.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            validate34.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
            return false;
          }
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.threads !== void 0) {
          let data2 = data.threads;
          const _errs5 = errors;
          if (errors === _errs5) {
            if (Array.isArray(data2)) {
              if (data2.length > 1e5) {
                validate34.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                var valid2 = true;
                const len1 = data2.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  const _errs7 = errors;
                  if (!validate35(data2[i1], { instancePath: instancePath + "/threads/" + i1, parentData: data2, parentDataProperty: i1, rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                    errors = vErrors.length;
                  }
                  var valid2 = _errs7 === errors;
                  if (!valid2) {
                    break;
                  }
                }
              }
            } else {
              validate34.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs5 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.threadIds !== void 0) {
            let data4 = data.threadIds;
            const _errs8 = errors;
            if (errors === _errs8) {
              if (Array.isArray(data4)) {
                var valid3 = true;
                const len2 = data4.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data5 = data4[i2];
                  const _errs10 = errors;
                  const _errs11 = errors;
                  if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                    validate34.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs11) {
                    if (typeof data5 == "number" && isFinite(data5)) {
                      if (data5 > 4294967295 || isNaN(data5)) {
                        validate34.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                        return false;
                      } else {
                        if (data5 < 0 || isNaN(data5)) {
                          validate34.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    }
                  }
                  var valid3 = _errs10 === errors;
                  if (!valid3) {
                    break;
                  }
                }
              } else {
                validate34.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs8 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.objectAddresses !== void 0) {
              let data6 = data.objectAddresses;
              const _errs13 = errors;
              if (errors === _errs13) {
                if (Array.isArray(data6)) {
                  var valid5 = true;
                  const len3 = data6.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    let data7 = data6[i3];
                    const _errs15 = errors;
                    const _errs16 = errors;
                    if (errors === _errs16) {
                      if (typeof data7 === "string") {
                        if (!pattern6.test(data7)) {
                          validate34.errors = [{ instancePath: instancePath + "/objectAddresses/" + i3, schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                          return false;
                        }
                      } else {
                        validate34.errors = [{ instancePath: instancePath + "/objectAddresses/" + i3, schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid5 = _errs15 === errors;
                    if (!valid5) {
                      break;
                    }
                  }
                } else {
                  validate34.errors = [{ instancePath: instancePath + "/objectAddresses", schemaPath: "#/properties/objectAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs13 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.symbolPath !== void 0) {
                let data8 = data.symbolPath;
                const _errs18 = errors;
                if (errors === _errs18) {
                  if (typeof data8 === "string") {
                    if (func1(data8) > 32e3) {
                      validate34.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                      return false;
                    }
                  } else {
                    validate34.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs18 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.imagePath !== void 0) {
                  let data9 = data.imagePath;
                  const _errs20 = errors;
                  if (errors === _errs20) {
                    if (typeof data9 === "string") {
                      if (func1(data9) > 32e3) {
                        validate34.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                        return false;
                      }
                    } else {
                      validate34.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs20 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.includeCaptureFrames !== void 0) {
                    const _errs22 = errors;
                    if (typeof data.includeCaptureFrames !== "boolean") {
                      validate34.errors = [{ instancePath: instancePath + "/includeCaptureFrames", schemaPath: "#/properties/includeCaptureFrames/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs22 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.scan !== void 0) {
                      const _errs24 = errors;
                      if (typeof data.scan !== "boolean") {
                        validate34.errors = [{ instancePath: instancePath + "/scan", schemaPath: "#/properties/scan/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs24 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.groupBy !== void 0) {
                        let data12 = data.groupBy;
                        const _errs26 = errors;
                        if (!(data12 === "Symbol" || data12 === "Address" || data12 === "Module" || data12 === "Top")) {
                          validate34.errors = [{ instancePath: instancePath + "/groupBy", schemaPath: "#/properties/groupBy/enum", keyword: "enum", params: { allowedValues: schema91.properties.groupBy.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid0 = _errs26 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.topFrames !== void 0) {
                          let data13 = data.topFrames;
                          const _errs27 = errors;
                          if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                            validate34.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                            return false;
                          }
                          if (errors === _errs27) {
                            if (typeof data13 == "number" && isFinite(data13)) {
                              if (data13 > 256 || isNaN(data13)) {
                                validate34.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" }];
                                return false;
                              } else {
                                if (data13 < 1 || isNaN(data13)) {
                                  validate34.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                  return false;
                                }
                              }
                            }
                          }
                          var valid0 = _errs27 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.maxFrames !== void 0) {
                            let data14 = data.maxFrames;
                            const _errs29 = errors;
                            if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                              validate34.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs29) {
                              if (typeof data14 == "number" && isFinite(data14)) {
                                if (data14 > 256 || isNaN(data14)) {
                                  validate34.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" }];
                                  return false;
                                } else {
                                  if (data14 < 1 || isNaN(data14)) {
                                    validate34.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                    return false;
                                  }
                                }
                              }
                            }
                            var valid0 = _errs29 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.machine !== void 0) {
                              let data15 = data.machine;
                              const _errs31 = errors;
                              const _errs32 = errors;
                              if (errors === _errs32) {
                                if (typeof data15 === "string") {
                                  if (func1(data15) > 100) {
                                    validate34.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                    return false;
                                  } else {
                                    if (func1(data15) < 1) {
                                      validate34.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate34.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs31 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.propertyCase !== void 0) {
                                let data16 = data.propertyCase;
                                const _errs34 = errors;
                                if (!(data16 === "camel" || data16 === "pascal")) {
                                  validate34.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid0 = _errs34 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.callerVersion !== void 0) {
                                  let data17 = data.callerVersion;
                                  const _errs36 = errors;
                                  const _errs37 = errors;
                                  if (errors === _errs37) {
                                    if (typeof data17 === "string") {
                                      if (func1(data17) > 100) {
                                        validate34.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                        return false;
                                      } else {
                                        if (func1(data17) < 1) {
                                          validate34.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate34.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs36 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.cancelOnEndOfInput !== void 0) {
                                    const _errs39 = errors;
                                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                                      validate34.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid0 = _errs39 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    for (const key0 in data) {
                                      if (key0 !== "paths" && key0 !== "threads" && key0 !== "threadIds" && key0 !== "objectAddresses" && key0 !== "symbolPath" && key0 !== "imagePath" && key0 !== "includeCaptureFrames" && key0 !== "scan" && key0 !== "groupBy" && key0 !== "topFrames" && key0 !== "maxFrames" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                                        validate34.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate34.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateThreadsRequest = validate37;
var schema102 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-threads.schema.json", "title": "ThreadsRequest", "description": "Which threads of live processes to list. Without a selection: all.", "type": "object", "properties": { "processIds": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/processId" }, "maxItems": 1e5 }, "names": { "description": "Process names; `*` and `?` are wildcards, case does not matter, `.exe` may be left out.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 260 }, "maxItems": 1e3 }, "threadIds": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadId" }, "maxItems": 1e5 }, "states": { "description": "Thread states by name, for example Wait.", "type": "array", "items": { "type": "string" } }, "waitReasons": { "description": "Wait reasons by name, for example WrResource.", "type": "array", "items": { "type": "string" } }, "details": { "description": "`full` opens each thread for its kernel object address, name and pending I/O; `snapshot` takes one system call and opens nothing.", "enum": ["full", "snapshot"], "default": "full" }, "verifyOrder": { "description": "Compare the order of the Native API with that of the Tool Help library.", "type": "boolean" }, "includeUserStack": { "description": "Walk the user-mode stack of each thread; the thread is suspended while its stack is copied.", "type": "boolean" }, "symbolPath": { "description": "With includeUserStack: where PDBs are, in the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.", "type": "string", "maxLength": 32e3 }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
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
              validate37.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
              return false;
            } else {
              var valid1 = true;
              const len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data1 = data0[i0];
                const _errs3 = errors;
                const _errs4 = errors;
                if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                  validate37.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs4) {
                  if (typeof data1 == "number" && isFinite(data1)) {
                    if (data1 > 4294967295 || isNaN(data1)) {
                      validate37.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                      return false;
                    } else {
                      if (data1 < 0 || isNaN(data1)) {
                        validate37.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                }
                var valid1 = _errs3 === errors;
                if (!valid1) {
                  break;
                }
              }
            }
          } else {
            validate37.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
          const _errs6 = errors;
          if (errors === _errs6) {
            if (Array.isArray(data2)) {
              if (data2.length > 1e3) {
                validate37.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                return false;
              } else {
                var valid3 = true;
                const len1 = data2.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data3 = data2[i1];
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (typeof data3 === "string") {
                      if (func1(data3) > 260) {
                        validate37.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 260 }, message: "must NOT have more than 260 characters" }];
                        return false;
                      } else {
                        if (func1(data3) < 1) {
                          validate37.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate37.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid3 = _errs8 === errors;
                  if (!valid3) {
                    break;
                  }
                }
              }
            } else {
              validate37.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs6 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.threadIds !== void 0) {
            let data4 = data.threadIds;
            const _errs10 = errors;
            if (errors === _errs10) {
              if (Array.isArray(data4)) {
                if (data4.length > 1e5) {
                  validate37.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                  return false;
                } else {
                  var valid4 = true;
                  const len2 = data4.length;
                  for (let i2 = 0; i2 < len2; i2++) {
                    let data5 = data4[i2];
                    const _errs12 = errors;
                    const _errs13 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate37.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs13) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 4294967295 || isNaN(data5)) {
                          validate37.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                          return false;
                        } else {
                          if (data5 < 0 || isNaN(data5)) {
                            validate37.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid4 = _errs12 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                }
              } else {
                validate37.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs10 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.states !== void 0) {
              let data6 = data.states;
              const _errs15 = errors;
              if (errors === _errs15) {
                if (Array.isArray(data6)) {
                  var valid6 = true;
                  const len3 = data6.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    const _errs17 = errors;
                    if (typeof data6[i3] !== "string") {
                      validate37.errors = [{ instancePath: instancePath + "/states/" + i3, schemaPath: "#/properties/states/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid6 = _errs17 === errors;
                    if (!valid6) {
                      break;
                    }
                  }
                } else {
                  validate37.errors = [{ instancePath: instancePath + "/states", schemaPath: "#/properties/states/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs15 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.waitReasons !== void 0) {
                let data8 = data.waitReasons;
                const _errs19 = errors;
                if (errors === _errs19) {
                  if (Array.isArray(data8)) {
                    var valid7 = true;
                    const len4 = data8.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      const _errs21 = errors;
                      if (typeof data8[i4] !== "string") {
                        validate37.errors = [{ instancePath: instancePath + "/waitReasons/" + i4, schemaPath: "#/properties/waitReasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                      var valid7 = _errs21 === errors;
                      if (!valid7) {
                        break;
                      }
                    }
                  } else {
                    validate37.errors = [{ instancePath: instancePath + "/waitReasons", schemaPath: "#/properties/waitReasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs19 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.details !== void 0) {
                  let data10 = data.details;
                  const _errs23 = errors;
                  if (!(data10 === "full" || data10 === "snapshot")) {
                    validate37.errors = [{ instancePath: instancePath + "/details", schemaPath: "#/properties/details/enum", keyword: "enum", params: { allowedValues: schema102.properties.details.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs23 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.verifyOrder !== void 0) {
                    const _errs24 = errors;
                    if (typeof data.verifyOrder !== "boolean") {
                      validate37.errors = [{ instancePath: instancePath + "/verifyOrder", schemaPath: "#/properties/verifyOrder/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs24 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.includeUserStack !== void 0) {
                      const _errs26 = errors;
                      if (typeof data.includeUserStack !== "boolean") {
                        validate37.errors = [{ instancePath: instancePath + "/includeUserStack", schemaPath: "#/properties/includeUserStack/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs26 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.symbolPath !== void 0) {
                        let data13 = data.symbolPath;
                        const _errs28 = errors;
                        if (errors === _errs28) {
                          if (typeof data13 === "string") {
                            if (func1(data13) > 32e3) {
                              validate37.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                              return false;
                            }
                          } else {
                            validate37.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs28 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.machine !== void 0) {
                          let data14 = data.machine;
                          const _errs30 = errors;
                          const _errs31 = errors;
                          if (errors === _errs31) {
                            if (typeof data14 === "string") {
                              if (func1(data14) > 100) {
                                validate37.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                return false;
                              } else {
                                if (func1(data14) < 1) {
                                  validate37.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            } else {
                              validate37.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs30 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.propertyCase !== void 0) {
                            let data15 = data.propertyCase;
                            const _errs33 = errors;
                            if (!(data15 === "camel" || data15 === "pascal")) {
                              validate37.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid0 = _errs33 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.callerVersion !== void 0) {
                              let data16 = data.callerVersion;
                              const _errs35 = errors;
                              const _errs36 = errors;
                              if (errors === _errs36) {
                                if (typeof data16 === "string") {
                                  if (func1(data16) > 100) {
                                    validate37.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                    return false;
                                  } else {
                                    if (func1(data16) < 1) {
                                      validate37.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate37.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs35 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.cancelOnEndOfInput !== void 0) {
                                const _errs38 = errors;
                                if (typeof data.cancelOnEndOfInput !== "boolean") {
                                  validate37.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs38 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                for (const key0 in data) {
                                  if (key0 !== "processIds" && key0 !== "names" && key0 !== "threadIds" && key0 !== "states" && key0 !== "waitReasons" && key0 !== "details" && key0 !== "verifyOrder" && key0 !== "includeUserStack" && key0 !== "symbolPath" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                                    validate37.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate37.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateTriageRequest = validate38;
var schema108 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-triage.schema.json", "title": "TriageRequest", "description": "Threads to capture into kernel triage dumps.", "type": "object", "properties": { "destination": { "description": "An existing folder.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "threads": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadReference" }, "maxItems": 1e5 }, "processIds": { "description": "Processes of which every thread is captured.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/processId" }, "maxItems": 1e4 }, "maxThreadsPerDump": { "type": "integer", "minimum": 1, "maximum": 64 }, "unattended": { "description": "At most 10 threads a dump.", "type": "boolean" }, "bugCheckCode": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "bugCheckParameter": { "description": "What BugCheckParameter1 to 4 of each dump say: the first four thread object addresses; the process id, the batch number and the first two addresses; or nothing.", "enum": ["Address", "ProcessAndAddress", "None"], "default": "Address" }, "name": { "description": "File name template with tokens in braces: {process} {pid} {date} {time} {batch} {count} {tid} {address} {machine}.", "type": "string", "minLength": 1, "maxLength": 200 }, "force": { "description": "Overwrite files that are there.", "type": "boolean" }, "acl": { "description": "Who may read the files: Administrators, SYSTEM and the owner, or whoever the folder says.", "enum": ["Restricted", "Inherit"], "default": "Restricted" }, "manifest": { "description": "Write a JSON manifest beside the dumps.", "type": "boolean", "default": true }, "debuggerCommands": { "description": "Write the debugger commands for each dump beside it.", "type": "boolean" }, "timeLimitSeconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "planOnly": { "description": "Say what would be captured, touch nothing.", "type": "boolean" }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
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
        validate39.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "processId" || key0 === "threadId" || key0 === "createTimeRaw" || key0 === "processCreateTimeRaw" || key0 === "computerName")) {
            validate39.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.processId !== void 0) {
            let data0 = data.processId;
            const _errs2 = errors;
            const _errs3 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate39.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs3) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 > 4294967295 || isNaN(data0)) {
                  validate39.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate39.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                    return false;
                  }
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.threadId !== void 0) {
              let data1 = data.threadId;
              const _errs5 = errors;
              const _errs6 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate39.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs6) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 4294967295 || isNaN(data1)) {
                    validate39.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                    return false;
                  } else {
                    if (data1 < 0 || isNaN(data1)) {
                      validate39.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.createTimeRaw !== void 0) {
                let data2 = data.createTimeRaw;
                const _errs8 = errors;
                const _errs9 = errors;
                if (errors === _errs9) {
                  if (typeof data2 === "string") {
                    if (!pattern4.test(data2)) {
                      validate39.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                      return false;
                    }
                  } else {
                    validate39.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.processCreateTimeRaw !== void 0) {
                  let data3 = data.processCreateTimeRaw;
                  const _errs11 = errors;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (typeof data3 === "string") {
                      if (!pattern4.test(data3)) {
                        validate39.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                        return false;
                      }
                    } else {
                      validate39.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs11 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.computerName !== void 0) {
                    const _errs14 = errors;
                    if (typeof data.computerName !== "string") {
                      validate39.errors = [{ instancePath: instancePath + "/computerName", schemaPath: "#/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid0 = _errs14 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate39.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate38.evaluated;
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
              validate38.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
              return false;
            } else {
              if (func1(data0) < 1) {
                validate38.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            }
          } else {
            validate38.errors = [{ instancePath: instancePath + "/destination", schemaPath: "#/properties/destination/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
            return false;
          }
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.threads !== void 0) {
          let data1 = data.threads;
          const _errs3 = errors;
          if (errors === _errs3) {
            if (Array.isArray(data1)) {
              if (data1.length > 1e5) {
                validate38.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data1.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs5 = errors;
                  if (!validate39(data1[i0], { instancePath: instancePath + "/threads/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs5 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate38.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs3 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.processIds !== void 0) {
            let data3 = data.processIds;
            const _errs6 = errors;
            if (errors === _errs6) {
              if (Array.isArray(data3)) {
                if (data3.length > 1e4) {
                  validate38.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                  return false;
                } else {
                  var valid2 = true;
                  const len1 = data3.length;
                  for (let i1 = 0; i1 < len1; i1++) {
                    let data4 = data3[i1];
                    const _errs8 = errors;
                    const _errs9 = errors;
                    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                      validate38.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs9) {
                      if (typeof data4 == "number" && isFinite(data4)) {
                        if (data4 > 4294967295 || isNaN(data4)) {
                          validate38.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                          return false;
                        } else {
                          if (data4 < 0 || isNaN(data4)) {
                            validate38.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid2 = _errs8 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                }
              } else {
                validate38.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs6 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.maxThreadsPerDump !== void 0) {
              let data5 = data.maxThreadsPerDump;
              const _errs11 = errors;
              if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                validate38.errors = [{ instancePath: instancePath + "/maxThreadsPerDump", schemaPath: "#/properties/maxThreadsPerDump/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs11) {
                if (typeof data5 == "number" && isFinite(data5)) {
                  if (data5 > 64 || isNaN(data5)) {
                    validate38.errors = [{ instancePath: instancePath + "/maxThreadsPerDump", schemaPath: "#/properties/maxThreadsPerDump/maximum", keyword: "maximum", params: { comparison: "<=", limit: 64 }, message: "must be <= 64" }];
                    return false;
                  } else {
                    if (data5 < 1 || isNaN(data5)) {
                      validate38.errors = [{ instancePath: instancePath + "/maxThreadsPerDump", schemaPath: "#/properties/maxThreadsPerDump/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs11 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.unattended !== void 0) {
                const _errs13 = errors;
                if (typeof data.unattended !== "boolean") {
                  validate38.errors = [{ instancePath: instancePath + "/unattended", schemaPath: "#/properties/unattended/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid0 = _errs13 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.bugCheckCode !== void 0) {
                  let data7 = data.bugCheckCode;
                  const _errs15 = errors;
                  if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                    validate38.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs15) {
                    if (typeof data7 == "number" && isFinite(data7)) {
                      if (data7 > 4294967295 || isNaN(data7)) {
                        validate38.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                        return false;
                      } else {
                        if (data7 < 0 || isNaN(data7)) {
                          validate38.errors = [{ instancePath: instancePath + "/bugCheckCode", schemaPath: "#/properties/bugCheckCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    }
                  }
                  var valid0 = _errs15 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.bugCheckParameter !== void 0) {
                    let data8 = data.bugCheckParameter;
                    const _errs17 = errors;
                    if (!(data8 === "Address" || data8 === "ProcessAndAddress" || data8 === "None")) {
                      validate38.errors = [{ instancePath: instancePath + "/bugCheckParameter", schemaPath: "#/properties/bugCheckParameter/enum", keyword: "enum", params: { allowedValues: schema108.properties.bugCheckParameter.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid0 = _errs17 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.name !== void 0) {
                      let data9 = data.name;
                      const _errs18 = errors;
                      if (errors === _errs18) {
                        if (typeof data9 === "string") {
                          if (func1(data9) > 200) {
                            validate38.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" }];
                            return false;
                          } else {
                            if (func1(data9) < 1) {
                              validate38.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate38.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs18 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.force !== void 0) {
                        const _errs20 = errors;
                        if (typeof data.force !== "boolean") {
                          validate38.errors = [{ instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs20 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.acl !== void 0) {
                          let data11 = data.acl;
                          const _errs22 = errors;
                          if (!(data11 === "Restricted" || data11 === "Inherit")) {
                            validate38.errors = [{ instancePath: instancePath + "/acl", schemaPath: "#/properties/acl/enum", keyword: "enum", params: { allowedValues: schema108.properties.acl.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid0 = _errs22 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.manifest !== void 0) {
                            const _errs23 = errors;
                            if (typeof data.manifest !== "boolean") {
                              validate38.errors = [{ instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs23 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.debuggerCommands !== void 0) {
                              const _errs25 = errors;
                              if (typeof data.debuggerCommands !== "boolean") {
                                validate38.errors = [{ instancePath: instancePath + "/debuggerCommands", schemaPath: "#/properties/debuggerCommands/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid0 = _errs25 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.timeLimitSeconds !== void 0) {
                                let data14 = data.timeLimitSeconds;
                                const _errs27 = errors;
                                if (errors === _errs27) {
                                  if (typeof data14 == "number" && isFinite(data14)) {
                                    if (data14 > 604800 || isNaN(data14)) {
                                      validate38.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                      return false;
                                    } else {
                                      if (data14 <= 0 || isNaN(data14)) {
                                        validate38.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                        return false;
                                      }
                                    }
                                  } else {
                                    validate38.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs27 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.planOnly !== void 0) {
                                  const _errs29 = errors;
                                  if (typeof data.planOnly !== "boolean") {
                                    validate38.errors = [{ instancePath: instancePath + "/planOnly", schemaPath: "#/properties/planOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                    return false;
                                  }
                                  var valid0 = _errs29 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.machine !== void 0) {
                                    let data16 = data.machine;
                                    const _errs31 = errors;
                                    const _errs32 = errors;
                                    if (errors === _errs32) {
                                      if (typeof data16 === "string") {
                                        if (func1(data16) > 100) {
                                          validate38.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                          return false;
                                        } else {
                                          if (func1(data16) < 1) {
                                            validate38.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                            return false;
                                          }
                                        }
                                      } else {
                                        validate38.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs31 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.propertyCase !== void 0) {
                                      let data17 = data.propertyCase;
                                      const _errs34 = errors;
                                      if (!(data17 === "camel" || data17 === "pascal")) {
                                        validate38.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
                                        return false;
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.callerVersion !== void 0) {
                                        let data18 = data.callerVersion;
                                        const _errs36 = errors;
                                        const _errs37 = errors;
                                        if (errors === _errs37) {
                                          if (typeof data18 === "string") {
                                            if (func1(data18) > 100) {
                                              validate38.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                              return false;
                                            } else {
                                              if (func1(data18) < 1) {
                                                validate38.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                return false;
                                              }
                                            }
                                          } else {
                                            validate38.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs36 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.cancelOnEndOfInput !== void 0) {
                                          const _errs39 = errors;
                                          if (typeof data.cancelOnEndOfInput !== "boolean") {
                                            validate38.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                            return false;
                                          }
                                          var valid0 = _errs39 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          for (const key0 in data) {
                                            if (key0 !== "destination" && key0 !== "threads" && key0 !== "processIds" && key0 !== "maxThreadsPerDump" && key0 !== "unattended" && key0 !== "bugCheckCode" && key0 !== "bugCheckParameter" && key0 !== "name" && key0 !== "force" && key0 !== "acl" && key0 !== "manifest" && key0 !== "debuggerCommands" && key0 !== "timeLimitSeconds" && key0 !== "planOnly" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                                              validate38.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
    } else {
      validate38.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateVersionRequest = validate41;
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.machine !== void 0) {
        let data0 = data.machine;
        const _errs1 = errors;
        const _errs2 = errors;
        if (errors === _errs2) {
          if (typeof data0 === "string") {
            if (func1(data0) > 100) {
              validate41.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
              return false;
            } else {
              if (func1(data0) < 1) {
                validate41.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            }
          } else {
            validate41.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
            return false;
          }
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.propertyCase !== void 0) {
          let data1 = data.propertyCase;
          const _errs4 = errors;
          if (!(data1 === "camel" || data1 === "pascal")) {
            validate41.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" }];
            return false;
          }
          var valid0 = _errs4 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.callerVersion !== void 0) {
            let data2 = data.callerVersion;
            const _errs6 = errors;
            const _errs7 = errors;
            if (errors === _errs7) {
              if (typeof data2 === "string") {
                if (func1(data2) > 100) {
                  validate41.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                  return false;
                } else {
                  if (func1(data2) < 1) {
                    validate41.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              } else {
                validate41.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs6 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.cancelOnEndOfInput !== void 0) {
              const _errs9 = errors;
              if (typeof data.cancelOnEndOfInput !== "boolean") {
                validate41.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs9 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              for (const key0 in data) {
                if (key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "cancelOnEndOfInput") {
                  validate41.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
                  return false;
                  break;
                }
              }
            }
          }
        }
      }
    } else {
      validate41.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate41.errors = vErrors;
  return errors === 0;
}
validate41.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateCaptureManifest,
  validateCommandsRequest,
  validateDscRequest,
  validateDumpProcessesRequest,
  validateDumpRequest,
  validateDumpThreadsRequest,
  validateLiveDumpRequest,
  validateMemoryRequest,
  validateReadinessRequest,
  validateResolveRequest,
  validateSchemaRequest,
  validateStacksRequest,
  validateThreadsRequest,
  validateTriageRequest,
  validateVersionRequest
};
