// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateDumpThreadsRequest = validate20;
const schema37 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema39 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
const func1 = codePoints;
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
      if (data.paths === void 0 && (missing0 = "paths")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.paths !== void 0) {
          let data0 = data.paths;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate20.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate20.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate20.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate20.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate20.errors = [{ instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                  validate20.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                  return false;
                } else {
                  var valid2 = true;
                  const len1 = data2.length;
                  for (let i1 = 0; i1 < len1; i1++) {
                    let data3 = data2[i1];
                    const _errs7 = errors;
                    const _errs8 = errors;
                    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                      validate20.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs8) {
                      if (typeof data3 == "number" && isFinite(data3)) {
                        if (data3 > 4294967295 || isNaN(data3)) {
                          validate20.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                          return false;
                        } else {
                          if (data3 < 0 || isNaN(data3)) {
                            validate20.errors = [{ instancePath: instancePath + "/processIds/" + i1, schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                validate20.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.symbolPath !== void 0) {
              let data4 = data.symbolPath;
              const _errs10 = errors;
              if (errors === _errs10) {
                if (typeof data4 === "string") {
                  if (func1(data4) > 32e3) {
                    validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                    return false;
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs10 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.symbolCredentials !== void 0) {
                let data5 = data.symbolCredentials;
                const _errs12 = errors;
                const _errs13 = errors;
                if (errors === _errs13) {
                  if (Array.isArray(data5)) {
                    if (data5.length > 32) {
                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }];
                      return false;
                    } else {
                      var valid5 = true;
                      const len2 = data5.length;
                      for (let i2 = 0; i2 < len2; i2++) {
                        let data6 = data5[i2];
                        const _errs15 = errors;
                        if (errors === _errs15) {
                          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                            let missing1;
                            if (data6.userName === void 0 && (missing1 = "userName") || data6.password === void 0 && (missing1 = "password")) {
                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                              return false;
                            } else {
                              const _errs17 = errors;
                              for (const key0 in data6) {
                                if (!(key0 === "server" || key0 === "userName" || key0 === "password")) {
                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs17 === errors) {
                                if (data6.server !== void 0) {
                                  let data7 = data6.server;
                                  const _errs18 = errors;
                                  if (errors === _errs18) {
                                    if (typeof data7 === "string") {
                                      if (func1(data7) > 2048) {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }];
                                        return false;
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid6 = _errs18 === errors;
                                } else {
                                  var valid6 = true;
                                }
                                if (valid6) {
                                  if (data6.userName !== void 0) {
                                    let data8 = data6.userName;
                                    const _errs20 = errors;
                                    if (errors === _errs20) {
                                      if (typeof data8 === "string") {
                                        if (func1(data8) > 1024) {
                                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                          return false;
                                        }
                                      } else {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid6 = _errs20 === errors;
                                  } else {
                                    var valid6 = true;
                                  }
                                  if (valid6) {
                                    if (data6.password !== void 0) {
                                      let data9 = data6.password;
                                      const _errs22 = errors;
                                      if (errors === _errs22) {
                                        if (typeof data9 === "string") {
                                          if (func1(data9) > 8192) {
                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
                                            return false;
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid6 = _errs22 === errors;
                                    } else {
                                      var valid6 = true;
                                    }
                                  }
                                }
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i2, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                            return false;
                          }
                        }
                        var valid5 = _errs15 === errors;
                        if (!valid5) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs12 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.symbolCredentialFile !== void 0) {
                  let data10 = data.symbolCredentialFile;
                  const _errs24 = errors;
                  const _errs25 = errors;
                  if (errors === _errs25) {
                    if (typeof data10 === "string") {
                      if (func1(data10) > 32e3) {
                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                        return false;
                      } else {
                        if (func1(data10) < 1) {
                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs24 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.imagePath !== void 0) {
                    let data11 = data.imagePath;
                    const _errs27 = errors;
                    if (errors === _errs27) {
                      if (typeof data11 === "string") {
                        if (func1(data11) > 32e3) {
                          validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs27 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.timeLimitSeconds !== void 0) {
                      let data12 = data.timeLimitSeconds;
                      const _errs29 = errors;
                      if (errors === _errs29) {
                        if (typeof data12 == "number" && isFinite(data12)) {
                          if (data12 > 604800 || isNaN(data12)) {
                            validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                            return false;
                          } else {
                            if (data12 <= 0 || isNaN(data12)) {
                              validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                              return false;
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                          return false;
                        }
                      }
                      var valid0 = _errs29 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.machine !== void 0) {
                        let data13 = data.machine;
                        const _errs31 = errors;
                        const _errs32 = errors;
                        if (errors === _errs32) {
                          if (typeof data13 === "string") {
                            if (func1(data13) > 100) {
                              validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                              return false;
                            } else {
                              if (func1(data13) < 1) {
                                validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs31 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.propertyCase !== void 0) {
                          let data14 = data.propertyCase;
                          const _errs34 = errors;
                          if (!(data14 === "camel" || data14 === "pascal")) {
                            validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema37.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid0 = _errs34 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.callerVersion !== void 0) {
                            let data15 = data.callerVersion;
                            const _errs36 = errors;
                            const _errs37 = errors;
                            if (errors === _errs37) {
                              if (typeof data15 === "string") {
                                if (func1(data15) > 100) {
                                  validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                  return false;
                                } else {
                                  if (func1(data15) < 1) {
                                    validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs36 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.adviceFor !== void 0) {
                              let data16 = data.adviceFor;
                              const _errs39 = errors;
                              if (!(data16 === "executable" || data16 === "module")) {
                                validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema39.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid0 = _errs39 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.cancelOnEndOfInput !== void 0) {
                                const _errs41 = errors;
                                if (typeof data.cancelOnEndOfInput !== "boolean") {
                                  validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs41 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                for (const key1 in data) {
                                  if (key1 !== "paths" && key1 !== "processIds" && key1 !== "symbolPath" && key1 !== "symbolCredentials" && key1 !== "symbolCredentialFile" && key1 !== "imagePath" && key1 !== "timeLimitSeconds" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
                                    validate20.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key1 }, message: "must NOT have unevaluated properties" }];
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
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateDumpThreadsRequest
};
