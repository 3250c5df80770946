// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateThreadsRequest = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-threads.schema.json", "title": "ThreadsRequest", "description": "Which threads of live processes to list. Without a selection: all.", "type": "object", "properties": { "processIds": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/processId" }, "maxItems": 1e5 }, "names": { "description": "Process names; `*` and `?` are wildcards, case does not matter, `.exe` may be left out.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 260 }, "maxItems": 1e3 }, "threadIds": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadId" }, "maxItems": 1e5 }, "states": { "description": "Thread states by name, for example Wait; `*` and `?` are wildcards.", "type": "array", "items": { "type": "string" } }, "waitReasons": { "description": "Wait reasons by name, for example WrResource; `*` and `?` are wildcards.", "type": "array", "items": { "type": "string" } }, "details": { "description": "`full` opens each thread for its kernel object address, name and pending I/O; `snapshot` takes one system call and opens nothing.", "enum": ["full", "snapshot"], "default": "full" }, "verifyOrder": { "description": "Compare the order of the Native API with that of the Tool Help library.", "type": "boolean" }, "includeUserStack": { "description": "Walk the user-mode stack of each thread; the thread is suspended while its stack is copied.", "type": "boolean" }, "symbolPath": { "description": "With includeUserStack: where PDBs are, in the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.", "type": "string", "maxLength": 32e3 }, "symbolCredentials": { "$ref": "common.schema.json#/$defs/symbolCredentials" }, "symbolCredentialFile": { "$ref": "common.schema.json#/$defs/symbolCredentialFile" }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "adviceFor": { "$ref": "common.schema.json#/$defs/adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const schema38 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema40 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
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
      if (data.processIds !== void 0) {
        let data0 = data.processIds;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (Array.isArray(data0)) {
            if (data0.length > 1e5) {
              validate20.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
              return false;
            } else {
              var valid1 = true;
              const len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data1 = data0[i0];
                const _errs3 = errors;
                const _errs4 = errors;
                if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                  validate20.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs4) {
                  if (typeof data1 == "number" && isFinite(data1)) {
                    if (data1 > 4294967295 || isNaN(data1)) {
                      validate20.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                      return false;
                    } else {
                      if (data1 < 0 || isNaN(data1)) {
                        validate20.errors = [{ instancePath: instancePath + "/processIds/" + i0, schemaPath: "common.schema.json#/$defs/processId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
            validate20.errors = [{ instancePath: instancePath + "/processIds", schemaPath: "#/properties/processIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                validate20.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
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
                        validate20.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 260 }, message: "must NOT have more than 260 characters" }];
                        return false;
                      } else {
                        if (func1(data3) < 1) {
                          validate20.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate20.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                  validate20.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                  return false;
                } else {
                  var valid4 = true;
                  const len2 = data4.length;
                  for (let i2 = 0; i2 < len2; i2++) {
                    let data5 = data4[i2];
                    const _errs12 = errors;
                    const _errs13 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate20.errors = [{ instancePath: instancePath + "/threadIds/" + i2, schemaPath: "common.schema.json#/$defs/threadId/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs13) {
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
                    var valid4 = _errs12 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                }
              } else {
                validate20.errors = [{ instancePath: instancePath + "/threadIds", schemaPath: "#/properties/threadIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                      validate20.errors = [{ instancePath: instancePath + "/states/" + i3, schemaPath: "#/properties/states/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid6 = _errs17 === errors;
                    if (!valid6) {
                      break;
                    }
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/states", schemaPath: "#/properties/states/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                        validate20.errors = [{ instancePath: instancePath + "/waitReasons/" + i4, schemaPath: "#/properties/waitReasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                      var valid7 = _errs21 === errors;
                      if (!valid7) {
                        break;
                      }
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/waitReasons", schemaPath: "#/properties/waitReasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                    validate20.errors = [{ instancePath: instancePath + "/details", schemaPath: "#/properties/details/enum", keyword: "enum", params: { allowedValues: schema31.properties.details.enum }, message: "must be equal to one of the allowed values" }];
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
                      validate20.errors = [{ instancePath: instancePath + "/verifyOrder", schemaPath: "#/properties/verifyOrder/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                        validate20.errors = [{ instancePath: instancePath + "/includeUserStack", schemaPath: "#/properties/includeUserStack/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                              validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                              return false;
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs28 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.symbolCredentials !== void 0) {
                          let data14 = data.symbolCredentials;
                          const _errs30 = errors;
                          const _errs31 = errors;
                          if (errors === _errs31) {
                            if (Array.isArray(data14)) {
                              if (data14.length > 32) {
                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }];
                                return false;
                              } else {
                                var valid9 = true;
                                const len5 = data14.length;
                                for (let i5 = 0; i5 < len5; i5++) {
                                  let data15 = data14[i5];
                                  const _errs33 = errors;
                                  if (errors === _errs33) {
                                    if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                                      let missing0;
                                      if (data15.userName === void 0 && (missing0 = "userName") || data15.password === void 0 && (missing0 = "password")) {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                                        return false;
                                      } else {
                                        const _errs35 = errors;
                                        for (const key0 in data15) {
                                          if (!(key0 === "server" || key0 === "userName" || key0 === "password")) {
                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                                            return false;
                                            break;
                                          }
                                        }
                                        if (_errs35 === errors) {
                                          if (data15.server !== void 0) {
                                            let data16 = data15.server;
                                            const _errs36 = errors;
                                            if (errors === _errs36) {
                                              if (typeof data16 === "string") {
                                                if (func1(data16) > 2048) {
                                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }];
                                                  return false;
                                                }
                                              } else {
                                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                            }
                                            var valid10 = _errs36 === errors;
                                          } else {
                                            var valid10 = true;
                                          }
                                          if (valid10) {
                                            if (data15.userName !== void 0) {
                                              let data17 = data15.userName;
                                              const _errs38 = errors;
                                              if (errors === _errs38) {
                                                if (typeof data17 === "string") {
                                                  if (func1(data17) > 1024) {
                                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                                    return false;
                                                  }
                                                } else {
                                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                              }
                                              var valid10 = _errs38 === errors;
                                            } else {
                                              var valid10 = true;
                                            }
                                            if (valid10) {
                                              if (data15.password !== void 0) {
                                                let data18 = data15.password;
                                                const _errs40 = errors;
                                                if (errors === _errs40) {
                                                  if (typeof data18 === "string") {
                                                    if (func1(data18) > 8192) {
                                                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid10 = _errs40 === errors;
                                              } else {
                                                var valid10 = true;
                                              }
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                  }
                                  var valid9 = _errs33 === errors;
                                  if (!valid9) {
                                    break;
                                  }
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs30 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.symbolCredentialFile !== void 0) {
                            let data19 = data.symbolCredentialFile;
                            const _errs42 = errors;
                            const _errs43 = errors;
                            if (errors === _errs43) {
                              if (typeof data19 === "string") {
                                if (func1(data19) > 32e3) {
                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                  return false;
                                } else {
                                  if (func1(data19) < 1) {
                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs42 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.machine !== void 0) {
                              let data20 = data.machine;
                              const _errs45 = errors;
                              const _errs46 = errors;
                              if (errors === _errs46) {
                                if (typeof data20 === "string") {
                                  if (func1(data20) > 100) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                    return false;
                                  } else {
                                    if (func1(data20) < 1) {
                                      validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs45 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.propertyCase !== void 0) {
                                let data21 = data.propertyCase;
                                const _errs48 = errors;
                                if (!(data21 === "camel" || data21 === "pascal")) {
                                  validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid0 = _errs48 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.callerVersion !== void 0) {
                                  let data22 = data.callerVersion;
                                  const _errs50 = errors;
                                  const _errs51 = errors;
                                  if (errors === _errs51) {
                                    if (typeof data22 === "string") {
                                      if (func1(data22) > 100) {
                                        validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                        return false;
                                      } else {
                                        if (func1(data22) < 1) {
                                          validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs50 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.adviceFor !== void 0) {
                                    let data23 = data.adviceFor;
                                    const _errs53 = errors;
                                    if (!(data23 === "executable" || data23 === "module")) {
                                      validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema40.enum }, message: "must be equal to one of the allowed values" }];
                                      return false;
                                    }
                                    var valid0 = _errs53 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.cancelOnEndOfInput !== void 0) {
                                      const _errs55 = errors;
                                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                                        validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid0 = _errs55 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      for (const key1 in data) {
                                        if (key1 !== "processIds" && key1 !== "names" && key1 !== "threadIds" && key1 !== "states" && key1 !== "waitReasons" && key1 !== "details" && key1 !== "verifyOrder" && key1 !== "includeUserStack" && key1 !== "symbolPath" && key1 !== "symbolCredentials" && key1 !== "symbolCredentialFile" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
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
  validateThreadsRequest
};
