// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateCompareRequest = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-compare.schema.json", "title": "CompareRequest", "description": "Two looks at one machine, of which to tell what became of each thread in between.", "type": "object", "required": ["reference"], "properties": { "reference": { "description": "The earlier look: dump files, manifests of sets, or folders with dumps.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "minItems": 1, "maxItems": 1e5 }, "difference": { "description": "The later look, in the same forms. Absent with `live`.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "minItems": 1, "maxItems": 1e5 }, "live": { "description": "Take the later look now, at the live threads of the reference, through captures that exist in memory alone.", "type": "boolean" }, "referenceAddresses": { "description": "Only the threads of the reference with these object addresses.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/address" }, "maxItems": 1e5 }, "differenceAddresses": { "description": "Only the threads of the difference with these object addresses.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/address" }, "maxItems": 1e5 }, "verdicts": { "description": "Only threads with these verdicts.", "type": "array", "items": { "enum": ["Stuck", "StuckExceptCapture", "Slow", "Moved", "Gone", "New", "Unknown"] }, "maxItems": 7 }, "includeIdle": { "description": "Workers without work at both looks too.", "type": "boolean" }, "symbolPath": { "description": "In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.", "type": "string", "maxLength": 32e3 }, "symbolCredentials": { "$ref": "common.schema.json#/$defs/symbolCredentials" }, "symbolCredentialFile": { "$ref": "common.schema.json#/$defs/symbolCredentialFile" }, "imagePath": { "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.", "type": "string", "maxLength": 32e3 }, "timeLimitSeconds": { "description": "Reading ends after this time; records until then are whole.", "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "adviceFor": { "$ref": "common.schema.json#/$defs/adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const schema38 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema40 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
const func1 = codePoints;
const pattern4 = new RegExp("^0x[0-9a-f]{16}$", "u");
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
      if (data.reference === void 0 && (missing0 = "reference")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.reference !== void 0) {
          let data0 = data.reference;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e5) {
                validate20.errors = [{ instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data0.length < 1) {
                  validate20.errors = [{ instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate20.errors = [{ instancePath: instancePath + "/reference/" + i0, schemaPath: "#/properties/reference/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data1) < 1) {
                            validate20.errors = [{ instancePath: instancePath + "/reference/" + i0, schemaPath: "#/properties/reference/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/reference/" + i0, schemaPath: "#/properties/reference/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate20.errors = [{ instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.difference !== void 0) {
            let data2 = data.difference;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (Array.isArray(data2)) {
                if (data2.length > 1e5) {
                  validate20.errors = [{ instancePath: instancePath + "/difference", schemaPath: "#/properties/difference/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                  return false;
                } else {
                  if (data2.length < 1) {
                    validate20.errors = [{ instancePath: instancePath + "/difference", schemaPath: "#/properties/difference/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                    return false;
                  } else {
                    var valid2 = true;
                    const len1 = data2.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data3 = data2[i1];
                      const _errs7 = errors;
                      if (errors === _errs7) {
                        if (typeof data3 === "string") {
                          if (func1(data3) > 32e3) {
                            validate20.errors = [{ instancePath: instancePath + "/difference/" + i1, schemaPath: "#/properties/difference/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                            return false;
                          } else {
                            if (func1(data3) < 1) {
                              validate20.errors = [{ instancePath: instancePath + "/difference/" + i1, schemaPath: "#/properties/difference/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/difference/" + i1, schemaPath: "#/properties/difference/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                validate20.errors = [{ instancePath: instancePath + "/difference", schemaPath: "#/properties/difference/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.live !== void 0) {
              const _errs9 = errors;
              if (typeof data.live !== "boolean") {
                validate20.errors = [{ instancePath: instancePath + "/live", schemaPath: "#/properties/live/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs9 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.referenceAddresses !== void 0) {
                let data5 = data.referenceAddresses;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (Array.isArray(data5)) {
                    if (data5.length > 1e5) {
                      validate20.errors = [{ instancePath: instancePath + "/referenceAddresses", schemaPath: "#/properties/referenceAddresses/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                      return false;
                    } else {
                      var valid3 = true;
                      const len2 = data5.length;
                      for (let i2 = 0; i2 < len2; i2++) {
                        let data6 = data5[i2];
                        const _errs13 = errors;
                        const _errs14 = errors;
                        if (errors === _errs14) {
                          if (typeof data6 === "string") {
                            if (!pattern4.test(data6)) {
                              validate20.errors = [{ instancePath: instancePath + "/referenceAddresses/" + i2, schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                              return false;
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/referenceAddresses/" + i2, schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid3 = _errs13 === errors;
                        if (!valid3) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/referenceAddresses", schemaPath: "#/properties/referenceAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs11 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.differenceAddresses !== void 0) {
                  let data7 = data.differenceAddresses;
                  const _errs16 = errors;
                  if (errors === _errs16) {
                    if (Array.isArray(data7)) {
                      if (data7.length > 1e5) {
                        validate20.errors = [{ instancePath: instancePath + "/differenceAddresses", schemaPath: "#/properties/differenceAddresses/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                        return false;
                      } else {
                        var valid5 = true;
                        const len3 = data7.length;
                        for (let i3 = 0; i3 < len3; i3++) {
                          let data8 = data7[i3];
                          const _errs18 = errors;
                          const _errs19 = errors;
                          if (errors === _errs19) {
                            if (typeof data8 === "string") {
                              if (!pattern4.test(data8)) {
                                validate20.errors = [{ instancePath: instancePath + "/differenceAddresses/" + i3, schemaPath: "common.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^0x[0-9a-f]{16}$" }, message: 'must match pattern "^0x[0-9a-f]{16}$"' }];
                                return false;
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/differenceAddresses/" + i3, schemaPath: "common.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                      validate20.errors = [{ instancePath: instancePath + "/differenceAddresses", schemaPath: "#/properties/differenceAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs16 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.verdicts !== void 0) {
                    let data9 = data.verdicts;
                    const _errs21 = errors;
                    if (errors === _errs21) {
                      if (Array.isArray(data9)) {
                        if (data9.length > 7) {
                          validate20.errors = [{ instancePath: instancePath + "/verdicts", schemaPath: "#/properties/verdicts/maxItems", keyword: "maxItems", params: { limit: 7 }, message: "must NOT have more than 7 items" }];
                          return false;
                        } else {
                          var valid7 = true;
                          const len4 = data9.length;
                          for (let i4 = 0; i4 < len4; i4++) {
                            let data10 = data9[i4];
                            const _errs23 = errors;
                            if (!(data10 === "Stuck" || data10 === "StuckExceptCapture" || data10 === "Slow" || data10 === "Moved" || data10 === "Gone" || data10 === "New" || data10 === "Unknown")) {
                              validate20.errors = [{ instancePath: instancePath + "/verdicts/" + i4, schemaPath: "#/properties/verdicts/items/enum", keyword: "enum", params: { allowedValues: schema31.properties.verdicts.items.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid7 = _errs23 === errors;
                            if (!valid7) {
                              break;
                            }
                          }
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/verdicts", schemaPath: "#/properties/verdicts/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid0 = _errs21 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.includeIdle !== void 0) {
                      const _errs24 = errors;
                      if (typeof data.includeIdle !== "boolean") {
                        validate20.errors = [{ instancePath: instancePath + "/includeIdle", schemaPath: "#/properties/includeIdle/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs24 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.symbolPath !== void 0) {
                        let data12 = data.symbolPath;
                        const _errs26 = errors;
                        if (errors === _errs26) {
                          if (typeof data12 === "string") {
                            if (func1(data12) > 32e3) {
                              validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                              return false;
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs26 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.symbolCredentials !== void 0) {
                          let data13 = data.symbolCredentials;
                          const _errs28 = errors;
                          const _errs29 = errors;
                          if (errors === _errs29) {
                            if (Array.isArray(data13)) {
                              if (data13.length > 32) {
                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }];
                                return false;
                              } else {
                                var valid9 = true;
                                const len5 = data13.length;
                                for (let i5 = 0; i5 < len5; i5++) {
                                  let data14 = data13[i5];
                                  const _errs31 = errors;
                                  if (errors === _errs31) {
                                    if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                      let missing1;
                                      if (data14.userName === void 0 && (missing1 = "userName") || data14.password === void 0 && (missing1 = "password")) {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                        return false;
                                      } else {
                                        const _errs33 = errors;
                                        for (const key0 in data14) {
                                          if (!(key0 === "server" || key0 === "userName" || key0 === "password")) {
                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                                            return false;
                                            break;
                                          }
                                        }
                                        if (_errs33 === errors) {
                                          if (data14.server !== void 0) {
                                            let data15 = data14.server;
                                            const _errs34 = errors;
                                            if (errors === _errs34) {
                                              if (typeof data15 === "string") {
                                                if (func1(data15) > 2048) {
                                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }];
                                                  return false;
                                                }
                                              } else {
                                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                            }
                                            var valid10 = _errs34 === errors;
                                          } else {
                                            var valid10 = true;
                                          }
                                          if (valid10) {
                                            if (data14.userName !== void 0) {
                                              let data16 = data14.userName;
                                              const _errs36 = errors;
                                              if (errors === _errs36) {
                                                if (typeof data16 === "string") {
                                                  if (func1(data16) > 1024) {
                                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                                    return false;
                                                  }
                                                } else {
                                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                              }
                                              var valid10 = _errs36 === errors;
                                            } else {
                                              var valid10 = true;
                                            }
                                            if (valid10) {
                                              if (data14.password !== void 0) {
                                                let data17 = data14.password;
                                                const _errs38 = errors;
                                                if (errors === _errs38) {
                                                  if (typeof data17 === "string") {
                                                    if (func1(data17) > 8192) {
                                                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid10 = _errs38 === errors;
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
                                  var valid9 = _errs31 === errors;
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
                          var valid0 = _errs28 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.symbolCredentialFile !== void 0) {
                            let data18 = data.symbolCredentialFile;
                            const _errs40 = errors;
                            const _errs41 = errors;
                            if (errors === _errs41) {
                              if (typeof data18 === "string") {
                                if (func1(data18) > 32e3) {
                                  validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                  return false;
                                } else {
                                  if (func1(data18) < 1) {
                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs40 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.imagePath !== void 0) {
                              let data19 = data.imagePath;
                              const _errs43 = errors;
                              if (errors === _errs43) {
                                if (typeof data19 === "string") {
                                  if (func1(data19) > 32e3) {
                                    validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                    return false;
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs43 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.timeLimitSeconds !== void 0) {
                                let data20 = data.timeLimitSeconds;
                                const _errs45 = errors;
                                if (errors === _errs45) {
                                  if (typeof data20 == "number" && isFinite(data20)) {
                                    if (data20 > 604800 || isNaN(data20)) {
                                      validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                      return false;
                                    } else {
                                      if (data20 <= 0 || isNaN(data20)) {
                                        validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                        return false;
                                      }
                                    }
                                  } else {
                                    validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
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
                                      validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values" }];
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
                                          validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema40.enum }, message: "must be equal to one of the allowed values" }];
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
                                          for (const key1 in data) {
                                            if (key1 !== "reference" && key1 !== "difference" && key1 !== "live" && key1 !== "referenceAddresses" && key1 !== "differenceAddresses" && key1 !== "verdicts" && key1 !== "includeIdle" && key1 !== "symbolPath" && key1 !== "symbolCredentials" && key1 !== "symbolCredentialFile" && key1 !== "imagePath" && key1 !== "timeLimitSeconds" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
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
  validateCompareRequest
};
