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
export {
  validateCaptureManifest
};
