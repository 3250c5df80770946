// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateExportRequest = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-export.schema.json", "title": "ExportRequest", "description": "Dumps, live threads, or records of earlier answers, and the format to write them in.", "type": "object", "properties": { "paths": { "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "minItems": 1, "maxItems": 1e5 }, "threads": { "description": "Live threads: captured into temporary dumps that exist in memory alone.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadReference" }, "maxItems": 1e5 }, "threadIds": { "type": "array", "items": { "$ref": "common.schema.json#/$defs/threadId" } }, "objectAddresses": { "description": "Only the threads with these object addresses.", "type": "array", "items": { "$ref": "common.schema.json#/$defs/address" } }, "records": { "description": "Records of earlier answers, as the lines of NDJSON have them: KernelStack, StackGroup and WaitChain. Keys may begin with a capital.", "type": "array", "items": { "title": "ExportRecord", "type": "object", "required": ["type", "value"], "properties": { "type": { "enum": ["KernelStack", "WaitChain"] }, "value": { "type": "object" } }, "additionalProperties": false }, "maxItems": 1e6 }, "format": { "description": "What to write; without it the extension of the file decides. Folded, Speedscope and Pprof are stacks with weights; Dot and Mermaid the graph of waits; Html, Text and Json everything.", "enum": ["Html", "Speedscope", "Folded", "Pprof", "Dot", "Mermaid", "Text", "Json"] }, "weight": { "description": "What a stack counts in Folded and Html, and which of the two measures Speedscope and Pprof show first: threads, or milliseconds that they have waited.", "enum": ["Thread", "WaitTime"], "default": "Thread" }, "excludeIdle": { "description": "Leave out workers without work.", "type": "boolean" }, "redact": { "description": "Leave out names of computers, users, paths and files: each is a word and a number instead. Names of processes, drivers and functions stay.", "type": "boolean" }, "output": { "description": "The file to write; without it the export goes to standard output.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "force": { "description": "Replace a file of this name.", "type": "boolean" }, "acl": { "description": "Accounts that may read the files: Administrators, SYSTEM and the owner, or those of the folder.", "enum": ["Restricted", "Inherit"], "default": "Restricted" }, "symbolPath": { "description": "In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.", "type": "string", "maxLength": 32e3 }, "symbolCredentials": { "$ref": "common.schema.json#/$defs/symbolCredentials" }, "symbolCredentialFile": { "$ref": "common.schema.json#/$defs/symbolCredentialFile" }, "imagePath": { "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.", "type": "string", "maxLength": 32e3 }, "signaturePaths": { "description": "Files of signatures beside the known ones; one of the same id replaces it.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "maxItems": 100 }, "timeLimitSeconds": { "description": "Reading ends after this time; records until then are whole.", "type": "number", "exclusiveMinimum": 0, "maximum": 604800 }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "adviceFor": { "$ref": "common.schema.json#/$defs/adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
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
              if (data.records !== void 0) {
                let data8 = data.records;
                const _errs18 = errors;
                if (errors === _errs18) {
                  if (Array.isArray(data8)) {
                    if (data8.length > 1e6) {
                      validate20.errors = [{ instancePath: instancePath + "/records", schemaPath: "#/properties/records/maxItems", keyword: "maxItems", params: { limit: 1e6 }, message: "must NOT have more than 1000000 items" }];
                      return false;
                    } else {
                      var valid7 = true;
                      const len4 = data8.length;
                      for (let i4 = 0; i4 < len4; i4++) {
                        let data9 = data8[i4];
                        const _errs20 = errors;
                        if (errors === _errs20) {
                          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                            let missing0;
                            if (data9.type === void 0 && (missing0 = "type") || data9.value === void 0 && (missing0 = "value")) {
                              validate20.errors = [{ instancePath: instancePath + "/records/" + i4, schemaPath: "#/properties/records/items/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                              return false;
                            } else {
                              const _errs22 = errors;
                              for (const key0 in data9) {
                                if (!(key0 === "type" || key0 === "value")) {
                                  validate20.errors = [{ instancePath: instancePath + "/records/" + i4, schemaPath: "#/properties/records/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs22 === errors) {
                                if (data9.type !== void 0) {
                                  let data10 = data9.type;
                                  const _errs23 = errors;
                                  if (!(data10 === "KernelStack" || data10 === "WaitChain")) {
                                    validate20.errors = [{ instancePath: instancePath + "/records/" + i4 + "/type", schemaPath: "#/properties/records/items/properties/type/enum", keyword: "enum", params: { allowedValues: schema31.properties.records.items.properties.type.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid8 = _errs23 === errors;
                                } else {
                                  var valid8 = true;
                                }
                                if (valid8) {
                                  if (data9.value !== void 0) {
                                    let data11 = data9.value;
                                    const _errs24 = errors;
                                    if (!(data11 && typeof data11 == "object" && !Array.isArray(data11))) {
                                      validate20.errors = [{ instancePath: instancePath + "/records/" + i4 + "/value", schemaPath: "#/properties/records/items/properties/value/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                    var valid8 = _errs24 === errors;
                                  } else {
                                    var valid8 = true;
                                  }
                                }
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/records/" + i4, schemaPath: "#/properties/records/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                            return false;
                          }
                        }
                        var valid7 = _errs20 === errors;
                        if (!valid7) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/records", schemaPath: "#/properties/records/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs18 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.format !== void 0) {
                  let data12 = data.format;
                  const _errs26 = errors;
                  if (!(data12 === "Html" || data12 === "Speedscope" || data12 === "Folded" || data12 === "Pprof" || data12 === "Dot" || data12 === "Mermaid" || data12 === "Text" || data12 === "Json")) {
                    validate20.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema31.properties.format.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs26 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.weight !== void 0) {
                    let data13 = data.weight;
                    const _errs27 = errors;
                    if (!(data13 === "Thread" || data13 === "WaitTime")) {
                      validate20.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/enum", keyword: "enum", params: { allowedValues: schema31.properties.weight.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid0 = _errs27 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.excludeIdle !== void 0) {
                      const _errs28 = errors;
                      if (typeof data.excludeIdle !== "boolean") {
                        validate20.errors = [{ instancePath: instancePath + "/excludeIdle", schemaPath: "#/properties/excludeIdle/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs28 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.redact !== void 0) {
                        const _errs30 = errors;
                        if (typeof data.redact !== "boolean") {
                          validate20.errors = [{ instancePath: instancePath + "/redact", schemaPath: "#/properties/redact/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs30 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.output !== void 0) {
                          let data16 = data.output;
                          const _errs32 = errors;
                          if (errors === _errs32) {
                            if (typeof data16 === "string") {
                              if (func1(data16) > 32e3) {
                                validate20.errors = [{ instancePath: instancePath + "/output", schemaPath: "#/properties/output/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                return false;
                              } else {
                                if (func1(data16) < 1) {
                                  validate20.errors = [{ instancePath: instancePath + "/output", schemaPath: "#/properties/output/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/output", schemaPath: "#/properties/output/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs32 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.force !== void 0) {
                            const _errs34 = errors;
                            if (typeof data.force !== "boolean") {
                              validate20.errors = [{ instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs34 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.acl !== void 0) {
                              let data18 = data.acl;
                              const _errs36 = errors;
                              if (!(data18 === "Restricted" || data18 === "Inherit")) {
                                validate20.errors = [{ instancePath: instancePath + "/acl", schemaPath: "#/properties/acl/enum", keyword: "enum", params: { allowedValues: schema31.properties.acl.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid0 = _errs36 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.symbolPath !== void 0) {
                                let data19 = data.symbolPath;
                                const _errs37 = errors;
                                if (errors === _errs37) {
                                  if (typeof data19 === "string") {
                                    if (func1(data19) > 32e3) {
                                      validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                      return false;
                                    }
                                  } else {
                                    validate20.errors = [{ instancePath: instancePath + "/symbolPath", schemaPath: "#/properties/symbolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs37 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.symbolCredentials !== void 0) {
                                  let data20 = data.symbolCredentials;
                                  const _errs39 = errors;
                                  const _errs40 = errors;
                                  if (errors === _errs40) {
                                    if (Array.isArray(data20)) {
                                      if (data20.length > 32) {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }];
                                        return false;
                                      } else {
                                        var valid10 = true;
                                        const len5 = data20.length;
                                        for (let i5 = 0; i5 < len5; i5++) {
                                          let data21 = data20[i5];
                                          const _errs42 = errors;
                                          if (errors === _errs42) {
                                            if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                                              let missing1;
                                              if (data21.userName === void 0 && (missing1 = "userName") || data21.password === void 0 && (missing1 = "password")) {
                                                validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                return false;
                                              } else {
                                                const _errs44 = errors;
                                                for (const key1 in data21) {
                                                  if (!(key1 === "server" || key1 === "userName" || key1 === "password")) {
                                                    validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5, schemaPath: "common.schema.json#/$defs/symbolCredentials/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                                    return false;
                                                    break;
                                                  }
                                                }
                                                if (_errs44 === errors) {
                                                  if (data21.server !== void 0) {
                                                    let data22 = data21.server;
                                                    const _errs45 = errors;
                                                    if (errors === _errs45) {
                                                      if (typeof data22 === "string") {
                                                        if (func1(data22) > 2048) {
                                                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }];
                                                          return false;
                                                        }
                                                      } else {
                                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/server", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/server/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid11 = _errs45 === errors;
                                                  } else {
                                                    var valid11 = true;
                                                  }
                                                  if (valid11) {
                                                    if (data21.userName !== void 0) {
                                                      let data23 = data21.userName;
                                                      const _errs47 = errors;
                                                      if (errors === _errs47) {
                                                        if (typeof data23 === "string") {
                                                          if (func1(data23) > 1024) {
                                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
                                                            return false;
                                                          }
                                                        } else {
                                                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/userName", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/userName/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid11 = _errs47 === errors;
                                                    } else {
                                                      var valid11 = true;
                                                    }
                                                    if (valid11) {
                                                      if (data21.password !== void 0) {
                                                        let data24 = data21.password;
                                                        const _errs49 = errors;
                                                        if (errors === _errs49) {
                                                          if (typeof data24 === "string") {
                                                            if (func1(data24) > 8192) {
                                                              validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
                                                              return false;
                                                            }
                                                          } else {
                                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentials/" + i5 + "/password", schemaPath: "common.schema.json#/$defs/symbolCredentials/items/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid11 = _errs49 === errors;
                                                      } else {
                                                        var valid11 = true;
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
                                          var valid10 = _errs42 === errors;
                                          if (!valid10) {
                                            break;
                                          }
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/symbolCredentials", schemaPath: "common.schema.json#/$defs/symbolCredentials/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs39 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.symbolCredentialFile !== void 0) {
                                    let data25 = data.symbolCredentialFile;
                                    const _errs51 = errors;
                                    const _errs52 = errors;
                                    if (errors === _errs52) {
                                      if (typeof data25 === "string") {
                                        if (func1(data25) > 32e3) {
                                          validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                          return false;
                                        } else {
                                          if (func1(data25) < 1) {
                                            validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                            return false;
                                          }
                                        }
                                      } else {
                                        validate20.errors = [{ instancePath: instancePath + "/symbolCredentialFile", schemaPath: "common.schema.json#/$defs/symbolCredentialFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs51 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.imagePath !== void 0) {
                                      let data26 = data.imagePath;
                                      const _errs54 = errors;
                                      if (errors === _errs54) {
                                        if (typeof data26 === "string") {
                                          if (func1(data26) > 32e3) {
                                            validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                            return false;
                                          }
                                        } else {
                                          validate20.errors = [{ instancePath: instancePath + "/imagePath", schemaPath: "#/properties/imagePath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs54 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.signaturePaths !== void 0) {
                                        let data27 = data.signaturePaths;
                                        const _errs56 = errors;
                                        if (errors === _errs56) {
                                          if (Array.isArray(data27)) {
                                            if (data27.length > 100) {
                                              validate20.errors = [{ instancePath: instancePath + "/signaturePaths", schemaPath: "#/properties/signaturePaths/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                                              return false;
                                            } else {
                                              var valid13 = true;
                                              const len6 = data27.length;
                                              for (let i6 = 0; i6 < len6; i6++) {
                                                let data28 = data27[i6];
                                                const _errs58 = errors;
                                                if (errors === _errs58) {
                                                  if (typeof data28 === "string") {
                                                    if (func1(data28) > 32e3) {
                                                      validate20.errors = [{ instancePath: instancePath + "/signaturePaths/" + i6, schemaPath: "#/properties/signaturePaths/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                                      return false;
                                                    } else {
                                                      if (func1(data28) < 1) {
                                                        validate20.errors = [{ instancePath: instancePath + "/signaturePaths/" + i6, schemaPath: "#/properties/signaturePaths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                        return false;
                                                      }
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/signaturePaths/" + i6, schemaPath: "#/properties/signaturePaths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid13 = _errs58 === errors;
                                                if (!valid13) {
                                                  break;
                                                }
                                              }
                                            }
                                          } else {
                                            validate20.errors = [{ instancePath: instancePath + "/signaturePaths", schemaPath: "#/properties/signaturePaths/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs56 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.timeLimitSeconds !== void 0) {
                                          let data29 = data.timeLimitSeconds;
                                          const _errs60 = errors;
                                          if (errors === _errs60) {
                                            if (typeof data29 == "number" && isFinite(data29)) {
                                              if (data29 > 604800 || isNaN(data29)) {
                                                validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }];
                                                return false;
                                              } else {
                                                if (data29 <= 0 || isNaN(data29)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/timeLimitSeconds", schemaPath: "#/properties/timeLimitSeconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs60 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.machine !== void 0) {
                                            let data30 = data.machine;
                                            const _errs62 = errors;
                                            const _errs63 = errors;
                                            if (errors === _errs63) {
                                              if (typeof data30 === "string") {
                                                if (func1(data30) > 100) {
                                                  validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                                  return false;
                                                } else {
                                                  if (func1(data30) < 1) {
                                                    validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                    return false;
                                                  }
                                                }
                                              } else {
                                                validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                            }
                                            var valid0 = _errs62 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.propertyCase !== void 0) {
                                              let data31 = data.propertyCase;
                                              const _errs65 = errors;
                                              if (!(data31 === "camel" || data31 === "pascal")) {
                                                validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values" }];
                                                return false;
                                              }
                                              var valid0 = _errs65 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.callerVersion !== void 0) {
                                                let data32 = data.callerVersion;
                                                const _errs67 = errors;
                                                const _errs68 = errors;
                                                if (errors === _errs68) {
                                                  if (typeof data32 === "string") {
                                                    if (func1(data32) > 100) {
                                                      validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                                                      return false;
                                                    } else {
                                                      if (func1(data32) < 1) {
                                                        validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                        return false;
                                                      }
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs67 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.adviceFor !== void 0) {
                                                  let data33 = data.adviceFor;
                                                  const _errs70 = errors;
                                                  if (!(data33 === "executable" || data33 === "module")) {
                                                    validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema45.enum }, message: "must be equal to one of the allowed values" }];
                                                    return false;
                                                  }
                                                  var valid0 = _errs70 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.cancelOnEndOfInput !== void 0) {
                                                    const _errs72 = errors;
                                                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                      validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                      return false;
                                                    }
                                                    var valid0 = _errs72 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    for (const key2 in data) {
                                                      if (key2 !== "paths" && key2 !== "threads" && key2 !== "threadIds" && key2 !== "objectAddresses" && key2 !== "records" && key2 !== "format" && key2 !== "weight" && key2 !== "excludeIdle" && key2 !== "redact" && key2 !== "output" && key2 !== "force" && key2 !== "acl" && key2 !== "symbolPath" && key2 !== "symbolCredentials" && key2 !== "symbolCredentialFile" && key2 !== "imagePath" && key2 !== "signaturePaths" && key2 !== "timeLimitSeconds" && key2 !== "machine" && key2 !== "propertyCase" && key2 !== "callerVersion" && key2 !== "adviceFor" && key2 !== "cancelOnEndOfInput") {
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
  validateExportRequest
};
