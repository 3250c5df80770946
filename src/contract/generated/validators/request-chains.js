// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateChainsRequest = validate20;
const schema43 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema45 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
const func1 = codePoints;
const pattern4 = new RegExp("^[0-9]{1,20}$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
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
      if (data.processId === void 0 && (missing0 = "processId") || data.threadId === void 0 && (missing0 = "threadId")) {
        validate22.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "processId" || key0 === "threadId" || key0 === "createTimeRaw" || key0 === "processCreateTimeRaw" || key0 === "computerName")) {
            validate22.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
              validate22.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs3) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 > 4294967295 || isNaN(data0)) {
                  validate22.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate22.errors = [{ instancePath: instancePath + "/processId", schemaPath: "#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                validate22.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs6) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 4294967295 || isNaN(data1)) {
                    validate22.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                    return false;
                  } else {
                    if (data1 < 0 || isNaN(data1)) {
                      validate22.errors = [{ instancePath: instancePath + "/threadId", schemaPath: "#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                      validate22.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                      return false;
                    }
                  } else {
                    validate22.errors = [{ instancePath: instancePath + "/createTimeRaw", schemaPath: "#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                        validate22.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "#/$defs/fileTime/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: 'must match pattern "^[0-9]{1,20}$"' }];
                        return false;
                      }
                    } else {
                      validate22.errors = [{ instancePath: instancePath + "/processCreateTimeRaw", schemaPath: "#/$defs/fileTime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                      validate22.errors = [{ instancePath: instancePath + "/computerName", schemaPath: "#/properties/computerName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
      validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const pattern6 = new RegExp("^0x[0-9a-f]{16}$", "u");
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
        if (data.threads !== void 0) {
          let data2 = data.threads;
          const _errs5 = errors;
          if (errors === _errs5) {
            if (Array.isArray(data2)) {
              if (data2.length > 1e5) {
                validate20.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                var valid2 = true;
                const len1 = data2.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  const _errs7 = errors;
                  if (!validate22(data2[i1], { instancePath: instancePath + "/threads/" + i1, parentData: data2, parentDataProperty: i1, rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                    errors = vErrors.length;
                  }
                  var valid2 = _errs7 === errors;
                  if (!valid2) {
                    break;
                  }
                }
              }
            } else {
              validate20.errors = [{ instancePath: instancePath + "/threads", schemaPath: "#/properties/threads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                    validate20.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs11) {
                    if (typeof data5 == "number" && isFinite(data5)) {
                      if (data5 > 4294967295 || isNaN(data5)) {
                        validate20.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                        return false;
                      } else {
                        if (data5 < 0 || isNaN(data5)) {
                          validate20.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                validate20.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                          validate20.errors = [{ instancePath: instancePath + "/objectAddresses/" + i3, schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                          return false;
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/objectAddresses/" + i3, schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid5 = _errs15 === errors;
                    if (!valid5) {
                      break;
                    }
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/objectAddresses", schemaPath: "#/properties/objectAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                      validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                      return false;
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs18 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.symbolCredentials !== void 0) {
                  let data9 = data.symbolCredentials;
                  const _errs20 = errors;
                  const _errs21 = errors;
                  if (errors === _errs21) {
                    if (Array.isArray(data9)) {
                      if (data9.length > 32) {
                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }];
                        return false;
                      } else {
                        var valid8 = true;
                        const len4 = data9.length;
                        for (let i4 = 0; i4 < len4; i4++) {
                          let data10 = data9[i4];
                          const _errs23 = errors;
                          if (errors === _errs23) {
                            if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                              let missing0;
                              if (data10.userName === void 0 && (missing0 = "userName") || data10.password === void 0 && (missing0 = "password")) {
                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                                return false;
                              } else {
                                const _errs25 = errors;
                                for (const key0 in data10) {
                                  if (!(key0 === "server" || key0 === "userName" || key0 === "password")) {
                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs25 === errors) {
                                  if (data10.server !== void 0) {
                                    let data11 = data10.server;
                                    const _errs26 = errors;
                                    if (errors === _errs26) {
                                      if (typeof data11 === "string") {
                                        if (func1(data11) > 2048) {
                                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }];
                                          return false;
                                        }
                                      } else {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid9 = _errs26 === errors;
                                  } else {
                                    var valid9 = true;
                                  }
                                  if (valid9) {
                                    if (data10.userName !== void 0) {
                                      let data12 = data10.userName;
                                      const _errs28 = errors;
                                      if (errors === _errs28) {
                                        if (typeof data12 === "string") {
                                          if (func1(data12) > 1024) {
                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                            return false;
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid9 = _errs28 === errors;
                                    } else {
                                      var valid9 = true;
                                    }
                                    if (valid9) {
                                      if (data10.password !== void 0) {
                                        let data13 = data10.password;
                                        const _errs30 = errors;
                                        if (errors === _errs30) {
                                          if (typeof data13 === "string") {
                                            if (func1(data13) > 8192) {
                                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
                                              return false;
                                            }
                                          } else {
                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                        }
                                        var valid9 = _errs30 === errors;
                                      } else {
                                        var valid9 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                              return false;
                            }
                          }
                          var valid8 = _errs23 === errors;
                          if (!valid8) {
                            break;
                          }
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs20 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.symbolCredentialFile !== void 0) {
                    let data14 = data.symbolCredentialFile;
                    const _errs32 = errors;
                    const _errs33 = errors;
                    if (errors === _errs33) {
                      if (typeof data14 === "string") {
                        if (func1(data14) > 32e3) {
                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data14) < 1) {
                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs32 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.imagePath !== void 0) {
                      let data15 = data.imagePath;
                      const _errs35 = errors;
                      if (errors === _errs35) {
                        if (typeof data15 === "string") {
                          if (func1(data15) > 32e3) {
                            validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                            return false;
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs35 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.deadlock !== void 0) {
                        const _errs37 = errors;
                        if (typeof data.deadlock !== "boolean") {
                          validate20.errors = [{ instancePath: instancePath + "/deadlock", schemaPath: "#/properties/deadlock/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs37 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.top !== void 0) {
                          let data17 = data.top;
                          const _errs39 = errors;
                          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                            validate20.errors = [{ instancePath: instancePath + "/top", schemaPath: "#/properties/top/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                            return false;
                          }
                          if (errors === _errs39) {
                            if (typeof data17 == "number" && isFinite(data17)) {
                              if (data17 > 1e5 || isNaN(data17)) {
                                validate20.errors = [{ instancePath: instancePath + "/top", schemaPath: "#/properties/top/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" }];
                                return false;
                              } else {
                                if (data17 < 1 || isNaN(data17)) {
                                  validate20.errors = [{ instancePath: instancePath + "/top", schemaPath: "#/properties/top/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                  return false;
                                }
                              }
                            }
                          }
                          var valid0 = _errs39 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.includeLone !== void 0) {
                            const _errs41 = errors;
                            if (typeof data.includeLone !== "boolean") {
                              validate20.errors = [{ instancePath: instancePath + "/includeLone", schemaPath: "#/properties/includeLone/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs41 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.minimumWaitMs !== void 0) {
                              let data19 = data.minimumWaitMs;
                              const _errs43 = errors;
                              if (errors === _errs43) {
                                if (typeof data19 == "number" && isFinite(data19)) {
                                  if (data19 < 0 || isNaN(data19)) {
                                    validate20.errors = [{ instancePath: instancePath + "/minimumWaitMs", schemaPath: "#/properties/minimumWaitMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/minimumWaitMs", schemaPath: "#/properties/minimumWaitMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs43 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.captureBlockers !== void 0) {
                                const _errs45 = errors;
                                if (typeof data.captureBlockers !== "boolean") {
                                  validate20.errors = [{ instancePath: instancePath + "/captureBlockers", schemaPath: "#/properties/captureBlockers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs45 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.signaturePaths !== void 0) {
                                  let data21 = data.signaturePaths;
                                  const _errs47 = errors;
                                  if (errors === _errs47) {
                                    if (Array.isArray(data21)) {
                                      if (data21.length > 100) {
                                        validate20.errors = [{ instancePath: instancePath + "/signaturePaths", schemaPath: "#/properties/signaturePaths/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                                        return false;
                                      } else {
                                        var valid11 = true;
                                        const len5 = data21.length;
                                        for (let i5 = 0; i5 < len5; i5++) {
                                          let data22 = data21[i5];
                                          const _errs49 = errors;
                                          if (errors === _errs49) {
                                            if (typeof data22 === "string") {
                                              if (func1(data22) > 32e3) {
                                                validate20.errors = [{ instancePath: instancePath + "/signaturePaths/" + i5, schemaPath: "#/properties/signaturePaths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                                return false;
                                              } else {
                                                if (func1(data22) < 1) {
                                                  validate20.errors = [{ instancePath: instancePath + "/signaturePaths/" + i5, schemaPath: "#/properties/signaturePaths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/signaturePaths/" + i5, schemaPath: "#/properties/signaturePaths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid11 = _errs49 === errors;
                                          if (!valid11) {
                                            break;
                                          }
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/signaturePaths", schemaPath: "#/properties/signaturePaths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs47 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.timeLimitSeconds !== void 0) {
                                    let data23 = data.timeLimitSeconds;
                                    const _errs51 = errors;
                                    if (errors === _errs51) {
                                      if (typeof data23 == "number" && isFinite(data23)) {
                                        if (data23 > 604800 || isNaN(data23)) {
                                          validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                          return false;
                                        } else {
                                          if (data23 <= 0 || isNaN(data23)) {
                                            validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                            return false;
                                          }
                                        }
                                      } else {
                                        validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs51 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.machine !== void 0) {
                                      let data24 = data.machine;
                                      const _errs53 = errors;
                                      const _errs54 = errors;
                                      if (errors === _errs54) {
                                        if (typeof data24 === "string") {
                                          if (func1(data24) > 100) {
                                            validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                            return false;
                                          } else {
                                            if (func1(data24) < 1) {
                                              validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs53 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.propertyCase !== void 0) {
                                        let data25 = data.propertyCase;
                                        const _errs56 = errors;
                                        if (!(data25 === "camel" || data25 === "pascal")) {
                                          validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values" }];
                                          return false;
                                        }
                                        var valid0 = _errs56 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.callerVersion !== void 0) {
                                          let data26 = data.callerVersion;
                                          const _errs58 = errors;
                                          const _errs59 = errors;
                                          if (errors === _errs59) {
                                            if (typeof data26 === "string") {
                                              if (func1(data26) > 100) {
                                                validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                                return false;
                                              } else {
                                                if (func1(data26) < 1) {
                                                  validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs58 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.adviceFor !== void 0) {
                                            let data27 = data.adviceFor;
                                            const _errs61 = errors;
                                            if (!(data27 === "executable" || data27 === "module")) {
                                              validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema45.enum }, message: "must be equal to one of the allowed values" }];
                                              return false;
                                            }
                                            var valid0 = _errs61 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.cancelOnEndOfInput !== void 0) {
                                              const _errs63 = errors;
                                              if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                return false;
                                              }
                                              var valid0 = _errs63 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              for (const key1 in data) {
                                                if (key1 !== "paths" && key1 !== "threads" && key1 !== "threadIds" && key1 !== "objectAddresses" && key1 !== "symbolPath" && key1 !== "symbolCredentials" && key1 !== "symbolCredentialFile" && key1 !== "imagePath" && key1 !== "deadlock" && key1 !== "top" && key1 !== "includeLone" && key1 !== "minimumWaitMs" && key1 !== "captureBlockers" && key1 !== "signaturePaths" && key1 !== "timeLimitSeconds" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
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
  validateChainsRequest
};
