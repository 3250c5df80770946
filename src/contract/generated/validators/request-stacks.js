// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateStacksRequest = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-stacks.schema.json", "title": "StacksRequest", "description": "Dumps, or threads of the live machine, of which to walk and name the kernel stacks.", "type": "object", "properties": { "paths": { "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "minItems": 1, "maxItems": 1e5 }, "threads": { "description": "Live threads: captured into temporary dumps that exist in memory alone.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadReference" }, "maxItems": 1e5 }, "threadIds": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadId" } }, "objectAddresses": { "description": "Only the threads with these object addresses.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/address" } }, "symbolPath": { "description": "In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.", "type": "string", "maxLength": 32e3 }, "imagePath": { "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.", "type": "string", "maxLength": 32e3 }, "includeCaptureFrames": { "description": "Keep the frames of the APC by which the capture itself runs in the thread.", "type": "boolean" }, "includeRegisters": { "description": "Give each frame the registers that the unwind data recovered.", "type": "boolean" }, "includeMentions": { "description": "Give each stack the kernel objects that its words and registers point to.", "type": "boolean" }, "scan": { "description": "Guess where unwind data is missing; guesses are marked.", "type": "boolean", "default": true }, "groupBy": { "description": "Give groups of equal stacks instead of stacks: by functions, exact addresses, images, or the functions of the innermost frames.", "enum": ["Symbol", "Address", "Module", "Top"] }, "topFrames": { "description": "How many frames count with groupBy Top.", "type": "integer", "minimum": 1, "maximum": 256 }, "maxFrames": { "description": "At most so many frames of those that are shown: the capture's own count only where they are included.", "type": "integer", "minimum": 1, "maximum": 256 }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "adviceFor": { "$ref": "common.schema.json#/$defs/adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const schema41 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema43 = { "title": "AdviceFor", "description": "Who reads the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
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
                if (data.imagePath !== void 0) {
                  let data9 = data.imagePath;
                  const _errs20 = errors;
                  if (errors === _errs20) {
                    if (typeof data9 === "string") {
                      if (func1(data9) > 32e3) {
                        validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                        return false;
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                      validate20.errors = [{ instancePath: instancePath + "/includeCaptureFrames", schemaPath: "#/properties/includeCaptureFrames/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs22 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.includeRegisters !== void 0) {
                      const _errs24 = errors;
                      if (typeof data.includeRegisters !== "boolean") {
                        validate20.errors = [{ instancePath: instancePath + "/includeRegisters", schemaPath: "#/properties/includeRegisters/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs24 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.includeMentions !== void 0) {
                        const _errs26 = errors;
                        if (typeof data.includeMentions !== "boolean") {
                          validate20.errors = [{ instancePath: instancePath + "/includeMentions", schemaPath: "#/properties/includeMentions/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs26 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.scan !== void 0) {
                          const _errs28 = errors;
                          if (typeof data.scan !== "boolean") {
                            validate20.errors = [{ instancePath: instancePath + "/scan", schemaPath: "#/properties/scan/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                            return false;
                          }
                          var valid0 = _errs28 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.groupBy !== void 0) {
                            let data14 = data.groupBy;
                            const _errs30 = errors;
                            if (!(data14 === "Symbol" || data14 === "Address" || data14 === "Module" || data14 === "Top")) {
                              validate20.errors = [{ instancePath: instancePath + "/groupBy", schemaPath: "#/properties/groupBy/enum", keyword: "enum", params: { allowedValues: schema31.properties.groupBy.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid0 = _errs30 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.topFrames !== void 0) {
                              let data15 = data.topFrames;
                              const _errs31 = errors;
                              if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                validate20.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                return false;
                              }
                              if (errors === _errs31) {
                                if (typeof data15 == "number" && isFinite(data15)) {
                                  if (data15 > 256 || isNaN(data15)) {
                                    validate20.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" }];
                                    return false;
                                  } else {
                                    if (data15 < 1 || isNaN(data15)) {
                                      validate20.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid0 = _errs31 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.maxFrames !== void 0) {
                                let data16 = data.maxFrames;
                                const _errs33 = errors;
                                if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                  validate20.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs33) {
                                  if (typeof data16 == "number" && isFinite(data16)) {
                                    if (data16 > 256 || isNaN(data16)) {
                                      validate20.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" }];
                                      return false;
                                    } else {
                                      if (data16 < 1 || isNaN(data16)) {
                                        validate20.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                        return false;
                                      }
                                    }
                                  }
                                }
                                var valid0 = _errs33 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.machine !== void 0) {
                                  let data17 = data.machine;
                                  const _errs35 = errors;
                                  const _errs36 = errors;
                                  if (errors === _errs36) {
                                    if (typeof data17 === "string") {
                                      if (func1(data17) > 100) {
                                        validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                        return false;
                                      } else {
                                        if (func1(data17) < 1) {
                                          validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs35 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.propertyCase !== void 0) {
                                    let data18 = data.propertyCase;
                                    const _errs38 = errors;
                                    if (!(data18 === "camel" || data18 === "pascal")) {
                                      validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema41.enum }, message: "must be equal to one of the allowed values" }];
                                      return false;
                                    }
                                    var valid0 = _errs38 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.callerVersion !== void 0) {
                                      let data19 = data.callerVersion;
                                      const _errs40 = errors;
                                      const _errs41 = errors;
                                      if (errors === _errs41) {
                                        if (typeof data19 === "string") {
                                          if (func1(data19) > 100) {
                                            validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                            return false;
                                          } else {
                                            if (func1(data19) < 1) {
                                              validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs40 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.adviceFor !== void 0) {
                                        let data20 = data.adviceFor;
                                        const _errs43 = errors;
                                        if (!(data20 === "executable" || data20 === "module")) {
                                          validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values" }];
                                          return false;
                                        }
                                        var valid0 = _errs43 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.cancelOnEndOfInput !== void 0) {
                                          const _errs45 = errors;
                                          if (typeof data.cancelOnEndOfInput !== "boolean") {
                                            validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                            return false;
                                          }
                                          var valid0 = _errs45 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          for (const key0 in data) {
                                            if (key0 !== "paths" && key0 !== "threads" && key0 !== "threadIds" && key0 !== "objectAddresses" && key0 !== "symbolPath" && key0 !== "imagePath" && key0 !== "includeCaptureFrames" && key0 !== "includeRegisters" && key0 !== "includeMentions" && key0 !== "scan" && key0 !== "groupBy" && key0 !== "topFrames" && key0 !== "maxFrames" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
                                              validate20.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
  validateStacksRequest
};
