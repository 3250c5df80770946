// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateFleetRequest = validate20;
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
        if (data.computers !== void 0) {
          let data2 = data.computers;
          const _errs5 = errors;
          if (errors === _errs5) {
            if (Array.isArray(data2)) {
              if (data2.length > 1e5) {
                validate20.errors = [{ instancePath: instancePath + "/computers", schemaPath: "#/properties/computers/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                var valid2 = true;
                const len1 = data2.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data3 = data2[i1];
                  const _errs7 = errors;
                  if (errors === _errs7) {
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                      let missing0;
                      if (data3.name === void 0 && (missing0 = "name") || data3.paths === void 0 && (missing0 = "paths")) {
                        validate20.errors = [{ instancePath: instancePath + "/computers/" + i1, schemaPath: "#/properties/computers/items/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                        return false;
                      } else {
                        const _errs9 = errors;
                        for (const key0 in data3) {
                          if (!(key0 === "name" || key0 === "paths")) {
                            validate20.errors = [{ instancePath: instancePath + "/computers/" + i1, schemaPath: "#/properties/computers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                            return false;
                            break;
                          }
                        }
                        if (_errs9 === errors) {
                          if (data3.name !== void 0) {
                            let data4 = data3.name;
                            const _errs10 = errors;
                            if (errors === _errs10) {
                              if (typeof data4 === "string") {
                                if (func1(data4) > 1e3) {
                                  validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/name", schemaPath: "#/properties/computers/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                                  return false;
                                } else {
                                  if (func1(data4) < 1) {
                                    validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/name", schemaPath: "#/properties/computers/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/name", schemaPath: "#/properties/computers/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid3 = _errs10 === errors;
                          } else {
                            var valid3 = true;
                          }
                          if (valid3) {
                            if (data3.paths !== void 0) {
                              let data5 = data3.paths;
                              const _errs12 = errors;
                              if (errors === _errs12) {
                                if (Array.isArray(data5)) {
                                  if (data5.length > 1e5) {
                                    validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/paths", schemaPath: "#/properties/computers/items/properties/paths/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                    return false;
                                  } else {
                                    var valid4 = true;
                                    const len2 = data5.length;
                                    for (let i2 = 0; i2 < len2; i2++) {
                                      let data6 = data5[i2];
                                      const _errs14 = errors;
                                      if (errors === _errs14) {
                                        if (typeof data6 === "string") {
                                          if (func1(data6) > 32e3) {
                                            validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/paths/" + i2, schemaPath: "#/properties/computers/items/properties/paths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                            return false;
                                          } else {
                                            if (func1(data6) < 1) {
                                              validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/paths/" + i2, schemaPath: "#/properties/computers/items/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/paths/" + i2, schemaPath: "#/properties/computers/items/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid4 = _errs14 === errors;
                                      if (!valid4) {
                                        break;
                                      }
                                    }
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/computers/" + i1 + "/paths", schemaPath: "#/properties/computers/items/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid3 = _errs12 === errors;
                            } else {
                              var valid3 = true;
                            }
                          }
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/computers/" + i1, schemaPath: "#/properties/computers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
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
              validate20.errors = [{ instancePath: instancePath + "/computers", schemaPath: "#/properties/computers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs5 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.idleComputers !== void 0) {
            let data7 = data.idleComputers;
            const _errs16 = errors;
            if (errors === _errs16) {
              if (Array.isArray(data7)) {
                if (data7.length > 1e5) {
                  validate20.errors = [{ instancePath: instancePath + "/idleComputers", schemaPath: "#/properties/idleComputers/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                  return false;
                } else {
                  var valid5 = true;
                  const len3 = data7.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    let data8 = data7[i3];
                    const _errs18 = errors;
                    if (errors === _errs18) {
                      if (typeof data8 === "string") {
                        if (func1(data8) > 1e3) {
                          validate20.errors = [{ instancePath: instancePath + "/idleComputers/" + i3, schemaPath: "#/properties/idleComputers/items/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                          return false;
                        } else {
                          if (func1(data8) < 1) {
                            validate20.errors = [{ instancePath: instancePath + "/idleComputers/" + i3, schemaPath: "#/properties/idleComputers/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/idleComputers/" + i3, schemaPath: "#/properties/idleComputers/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid5 = _errs18 === errors;
                    if (!valid5) {
                      break;
                    }
                  }
                }
              } else {
                validate20.errors = [{ instancePath: instancePath + "/idleComputers", schemaPath: "#/properties/idleComputers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs16 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.silentComputers !== void 0) {
              let data9 = data.silentComputers;
              const _errs20 = errors;
              if (errors === _errs20) {
                if (Array.isArray(data9)) {
                  if (data9.length > 1e5) {
                    validate20.errors = [{ instancePath: instancePath + "/silentComputers", schemaPath: "#/properties/silentComputers/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                    return false;
                  } else {
                    var valid6 = true;
                    const len4 = data9.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data10 = data9[i4];
                      const _errs22 = errors;
                      if (errors === _errs22) {
                        if (typeof data10 === "string") {
                          if (func1(data10) > 1e3) {
                            validate20.errors = [{ instancePath: instancePath + "/silentComputers/" + i4, schemaPath: "#/properties/silentComputers/items/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                            return false;
                          } else {
                            if (func1(data10) < 1) {
                              validate20.errors = [{ instancePath: instancePath + "/silentComputers/" + i4, schemaPath: "#/properties/silentComputers/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/silentComputers/" + i4, schemaPath: "#/properties/silentComputers/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid6 = _errs22 === errors;
                      if (!valid6) {
                        break;
                      }
                    }
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/silentComputers", schemaPath: "#/properties/silentComputers/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs20 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.top !== void 0) {
                let data11 = data.top;
                const _errs24 = errors;
                if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                  validate20.errors = [{ instancePath: instancePath + "/top", schemaPath: "#/properties/top/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs24) {
                  if (typeof data11 == "number" && isFinite(data11)) {
                    if (data11 > 1e5 || isNaN(data11)) {
                      validate20.errors = [{ instancePath: instancePath + "/top", schemaPath: "#/properties/top/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" }];
                      return false;
                    } else {
                      if (data11 < 1 || isNaN(data11)) {
                        validate20.errors = [{ instancePath: instancePath + "/top", schemaPath: "#/properties/top/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs24 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.minimumWaitMs !== void 0) {
                  let data12 = data.minimumWaitMs;
                  const _errs26 = errors;
                  if (errors === _errs26) {
                    if (typeof data12 == "number" && isFinite(data12)) {
                      if (data12 < 0 || isNaN(data12)) {
                        validate20.errors = [{ instancePath: instancePath + "/minimumWaitMs", schemaPath: "#/properties/minimumWaitMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/minimumWaitMs", schemaPath: "#/properties/minimumWaitMs/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                      return false;
                    }
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
                            var valid8 = true;
                            const len5 = data14.length;
                            for (let i5 = 0; i5 < len5; i5++) {
                              let data15 = data14[i5];
                              const _errs33 = errors;
                              if (errors === _errs33) {
                                if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                                  let missing1;
                                  if (data15.userName === void 0 && (missing1 = "userName") || data15.password === void 0 && (missing1 = "password")) {
                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                    return false;
                                  } else {
                                    const _errs35 = errors;
                                    for (const key1 in data15) {
                                      if (!(key1 === "server" || key1 === "userName" || key1 === "password")) {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
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
                                        var valid9 = _errs36 === errors;
                                      } else {
                                        var valid9 = true;
                                      }
                                      if (valid9) {
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
                                          var valid9 = _errs38 === errors;
                                        } else {
                                          var valid9 = true;
                                        }
                                        if (valid9) {
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
                                            var valid9 = _errs40 === errors;
                                          } else {
                                            var valid9 = true;
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
                              var valid8 = _errs33 === errors;
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
                        if (data.imagePath !== void 0) {
                          let data20 = data.imagePath;
                          const _errs45 = errors;
                          if (errors === _errs45) {
                            if (typeof data20 === "string") {
                              if (func1(data20) > 32e3) {
                                validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                return false;
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs45 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.machine !== void 0) {
                            let data21 = data.machine;
                            const _errs47 = errors;
                            const _errs48 = errors;
                            if (errors === _errs48) {
                              if (typeof data21 === "string") {
                                if (func1(data21) > 100) {
                                  validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                  return false;
                                } else {
                                  if (func1(data21) < 1) {
                                    validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs47 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.propertyCase !== void 0) {
                              let data22 = data.propertyCase;
                              const _errs50 = errors;
                              if (!(data22 === "camel" || data22 === "pascal")) {
                                validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid0 = _errs50 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.callerVersion !== void 0) {
                                let data23 = data.callerVersion;
                                const _errs52 = errors;
                                const _errs53 = errors;
                                if (errors === _errs53) {
                                  if (typeof data23 === "string") {
                                    if (func1(data23) > 100) {
                                      validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                      return false;
                                    } else {
                                      if (func1(data23) < 1) {
                                        validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                        return false;
                                      }
                                    }
                                  } else {
                                    validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs52 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.adviceFor !== void 0) {
                                  let data24 = data.adviceFor;
                                  const _errs55 = errors;
                                  if (!(data24 === "executable" || data24 === "module")) {
                                    validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid0 = _errs55 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.cancelOnEndOfInput !== void 0) {
                                    const _errs57 = errors;
                                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                                      validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid0 = _errs57 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    for (const key2 in data) {
                                      if (key2 !== "paths" && key2 !== "computers" && key2 !== "idleComputers" && key2 !== "silentComputers" && key2 !== "top" && key2 !== "minimumWaitMs" && key2 !== "symbolPath" && key2 !== "symbolCredentials" && key2 !== "symbolCredentialFile" && key2 !== "imagePath" && key2 !== "machine" && key2 !== "propertyCase" && key2 !== "callerVersion" && key2 !== "adviceFor" && key2 !== "cancelOnEndOfInput") {
                                        validate20.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key2 }, message: "must NOT have unevaluated properties" }];
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
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateFleetRequest
};
