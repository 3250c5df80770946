// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateTypesRequest = validate20;
const schema36 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema38 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
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
      if (data.paths === void 0 && (missing0 = "paths") || data.names === void 0 && (missing0 = "names")) {
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
          if (data.names !== void 0) {
            let data2 = data.names;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (Array.isArray(data2)) {
                if (data2.length > 1e3) {
                  validate20.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                  return false;
                } else {
                  if (data2.length < 1) {
                    validate20.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                    return false;
                  } else {
                    var valid2 = true;
                    const len1 = data2.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data3 = data2[i1];
                      const _errs7 = errors;
                      if (errors === _errs7) {
                        if (typeof data3 === "string") {
                          if (func1(data3) > 4096) {
                            validate20.errors = [{ instancePath: instancePath + "/names/" + i1, schemaPath: "#/properties/names/items/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
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
                      var valid2 = _errs7 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  }
                }
              } else {
                validate20.errors = [{ instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.addresses !== void 0) {
              let data4 = data.addresses;
              const _errs9 = errors;
              if (errors === _errs9) {
                if (Array.isArray(data4)) {
                  if (data4.length > 1e5) {
                    validate20.errors = [{ instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                    return false;
                  } else {
                    var valid3 = true;
                    const len2 = data4.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data5 = data4[i2];
                      const _errs11 = errors;
                      if (errors === _errs11) {
                        if (typeof data5 === "string") {
                          if (func1(data5) > 40) {
                            validate20.errors = [{ instancePath: instancePath + "/addresses/" + i2, schemaPath: "#/properties/addresses/items/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }];
                            return false;
                          } else {
                            if (func1(data5) < 1) {
                              validate20.errors = [{ instancePath: instancePath + "/addresses/" + i2, schemaPath: "#/properties/addresses/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/addresses/" + i2, schemaPath: "#/properties/addresses/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  validate20.errors = [{ instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs9 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.members !== void 0) {
                let data6 = data.members;
                const _errs13 = errors;
                if (errors === _errs13) {
                  if (Array.isArray(data6)) {
                    if (data6.length > 1e3) {
                      validate20.errors = [{ instancePath: instancePath + "/members", schemaPath: "#/properties/members/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                      return false;
                    } else {
                      var valid4 = true;
                      const len3 = data6.length;
                      for (let i3 = 0; i3 < len3; i3++) {
                        let data7 = data6[i3];
                        const _errs15 = errors;
                        if (errors === _errs15) {
                          if (typeof data7 === "string") {
                            if (func1(data7) > 4096) {
                              validate20.errors = [{ instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                              return false;
                            } else {
                              if (func1(data7) < 1) {
                                validate20.errors = [{ instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid4 = _errs15 === errors;
                        if (!valid4) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs13 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.depth !== void 0) {
                  let data8 = data.depth;
                  const _errs17 = errors;
                  if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                    validate20.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs17) {
                    if (typeof data8 == "number" && isFinite(data8)) {
                      if (data8 > 16 || isNaN(data8)) {
                        validate20.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" }];
                        return false;
                      } else {
                        if (data8 < 1 || isNaN(data8)) {
                          validate20.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                          return false;
                        }
                      }
                    }
                  }
                  var valid0 = _errs17 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.symbolPath !== void 0) {
                    let data9 = data.symbolPath;
                    const _errs19 = errors;
                    if (errors === _errs19) {
                      if (typeof data9 === "string") {
                        if (func1(data9) > 32e3) {
                          validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs19 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.symbolCredentials !== void 0) {
                      let data10 = data.symbolCredentials;
                      const _errs21 = errors;
                      const _errs22 = errors;
                      if (errors === _errs22) {
                        if (Array.isArray(data10)) {
                          if (data10.length > 32) {
                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }];
                            return false;
                          } else {
                            var valid6 = true;
                            const len4 = data10.length;
                            for (let i4 = 0; i4 < len4; i4++) {
                              let data11 = data10[i4];
                              const _errs24 = errors;
                              if (errors === _errs24) {
                                if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                  let missing1;
                                  if (data11.userName === void 0 && (missing1 = "userName") || data11.password === void 0 && (missing1 = "password")) {
                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                    return false;
                                  } else {
                                    const _errs26 = errors;
                                    for (const key0 in data11) {
                                      if (!(key0 === "server" || key0 === "userName" || key0 === "password")) {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (_errs26 === errors) {
                                      if (data11.server !== void 0) {
                                        let data12 = data11.server;
                                        const _errs27 = errors;
                                        if (errors === _errs27) {
                                          if (typeof data12 === "string") {
                                            if (func1(data12) > 2048) {
                                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }];
                                              return false;
                                            }
                                          } else {
                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                        }
                                        var valid7 = _errs27 === errors;
                                      } else {
                                        var valid7 = true;
                                      }
                                      if (valid7) {
                                        if (data11.userName !== void 0) {
                                          let data13 = data11.userName;
                                          const _errs29 = errors;
                                          if (errors === _errs29) {
                                            if (typeof data13 === "string") {
                                              if (func1(data13) > 1024) {
                                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                                return false;
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid7 = _errs29 === errors;
                                        } else {
                                          var valid7 = true;
                                        }
                                        if (valid7) {
                                          if (data11.password !== void 0) {
                                            let data14 = data11.password;
                                            const _errs31 = errors;
                                            if (errors === _errs31) {
                                              if (typeof data14 === "string") {
                                                if (func1(data14) > 8192) {
                                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
                                                  return false;
                                                }
                                              } else {
                                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i4 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                            }
                                            var valid7 = _errs31 === errors;
                                          } else {
                                            var valid7 = true;
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
                              var valid6 = _errs24 === errors;
                              if (!valid6) {
                                break;
                              }
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs21 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.symbolCredentialFile !== void 0) {
                        let data15 = data.symbolCredentialFile;
                        const _errs33 = errors;
                        const _errs34 = errors;
                        if (errors === _errs34) {
                          if (typeof data15 === "string") {
                            if (func1(data15) > 32e3) {
                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                              return false;
                            } else {
                              if (func1(data15) < 1) {
                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs33 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.imagePath !== void 0) {
                          let data16 = data.imagePath;
                          const _errs36 = errors;
                          if (errors === _errs36) {
                            if (typeof data16 === "string") {
                              if (func1(data16) > 32e3) {
                                validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                return false;
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs36 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.timeLimitSeconds !== void 0) {
                            let data17 = data.timeLimitSeconds;
                            const _errs38 = errors;
                            if (errors === _errs38) {
                              if (typeof data17 == "number" && isFinite(data17)) {
                                if (data17 > 604800 || isNaN(data17)) {
                                  validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                  return false;
                                } else {
                                  if (data17 <= 0 || isNaN(data17)) {
                                    validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                return false;
                              }
                            }
                            var valid0 = _errs38 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.machine !== void 0) {
                              let data18 = data.machine;
                              const _errs40 = errors;
                              const _errs41 = errors;
                              if (errors === _errs41) {
                                if (typeof data18 === "string") {
                                  if (func1(data18) > 100) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                    return false;
                                  } else {
                                    if (func1(data18) < 1) {
                                      validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs40 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.propertyCase !== void 0) {
                                let data19 = data.propertyCase;
                                const _errs43 = errors;
                                if (!(data19 === "camel" || data19 === "pascal")) {
                                  validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid0 = _errs43 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.callerVersion !== void 0) {
                                  let data20 = data.callerVersion;
                                  const _errs45 = errors;
                                  const _errs46 = errors;
                                  if (errors === _errs46) {
                                    if (typeof data20 === "string") {
                                      if (func1(data20) > 100) {
                                        validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                        return false;
                                      } else {
                                        if (func1(data20) < 1) {
                                          validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs45 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.adviceFor !== void 0) {
                                    let data21 = data.adviceFor;
                                    const _errs48 = errors;
                                    if (!(data21 === "executable" || data21 === "module")) {
                                      validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values" }];
                                      return false;
                                    }
                                    var valid0 = _errs48 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.cancelOnEndOfInput !== void 0) {
                                      const _errs50 = errors;
                                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                                        validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid0 = _errs50 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      for (const key1 in data) {
                                        if (key1 !== "paths" && key1 !== "names" && key1 !== "addresses" && key1 !== "members" && key1 !== "depth" && key1 !== "symbolPath" && key1 !== "symbolCredentials" && key1 !== "symbolCredentialFile" && key1 !== "imagePath" && key1 !== "timeLimitSeconds" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
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
  validateTypesRequest
};
