// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  imagePath as sharedImagePath,
} from './part-image-path.js';
import {
  objectAddresses as sharedObjectAddresses,
} from './part-object-addresses.js';
import {
  paths as sharedPaths,
} from './part-paths.js';
import {
  signaturePaths as sharedSignaturePaths,
} from './part-signature-paths.js';
import {
  symbolCredentialFile as sharedSymbolCredentialFile,
} from './part-symbol-credential-file.js';
import {
  symbolCredentials as sharedSymbolCredentials,
} from './part-symbol-credentials.js';
import {
  symbolPath as sharedSymbolPath,
} from './part-symbol-path.js';
import {
  threadIds as sharedThreadIds,
} from './part-thread-ids.js';
import {
  threads as sharedThreads,
} from './part-threads.js';
import {
  timeLimitSeconds as sharedTimeLimitSeconds,
} from './part-time-limit-seconds.js';

const validateExportRequest = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-export.schema.json", "title": "ExportRequest", "description": "Dumps, live threads, or records of earlier answers, and the format to write them in.", "type": "object", "properties": { "paths": { "sharedPart": "paths" }, "threads": { "sharedPart": "threads" }, "threadIds": { "sharedPart": "threadIds" }, "objectAddresses": { "sharedPart": "objectAddresses" }, "records": { "description": "Records of earlier answers, as the lines of NDJSON have them: KernelStack, StackGroup and WaitChain. Keys may begin with a capital.", "type": "array", "items": { "title": "ExportRecord", "type": "object", "required": ["type", "value"], "properties": { "type": { "enum": ["KernelStack", "WaitChain"] }, "value": { "type": "object" } }, "additionalProperties": false }, "maxItems": 1e6 }, "format": { "description": "What to write; without it the extension of the file decides. Folded, Speedscope and Pprof are stacks with weights; Dot and Mermaid the graph of waits; Html, Text and Json everything.", "enum": ["Html", "Speedscope", "Folded", "Pprof", "Dot", "Mermaid", "Text", "Json"] }, "weight": { "description": "What a stack counts in Folded and Html, and which of the two measures Speedscope and Pprof show first: threads, or milliseconds that they have waited.", "enum": ["Thread", "WaitTime"], "default": "Thread" }, "excludeIdle": { "description": "Leave out workers without work.", "type": "boolean" }, "redact": { "description": "Leave out names of computers, users, paths and files: each is a word and a number instead. Names of processes, drivers and functions stay.", "type": "boolean" }, "output": { "description": "The file to write; without it the export goes to standard output.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "force": { "description": "Replace a file of this name.", "type": "boolean" }, "acl": { "description": "Accounts that may read the files: Administrators, SYSTEM and the owner, or those of the folder.", "enum": ["Restricted", "Inherit"], "default": "Restricted" }, "symbolPath": { "sharedPart": "symbolPath" }, "symbolCredentials": { "sharedPart": "symbolCredentials" }, "symbolCredentialFile": { "sharedPart": "symbolCredentialFile" }, "imagePath": { "sharedPart": "imagePath" }, "signaturePaths": { "sharedPart": "signaturePaths" }, "timeLimitSeconds": { "sharedPart": "timeLimitSeconds" }, "machine": { "everyPart": "machine" }, "propertyCase": { "everyPart": "propertyCase" }, "callerVersion": { "everyPart": "callerVersion" }, "adviceFor": { "everyPart": "adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const func5 = codePoints;
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.paths !== void 0) {
        const _errs1 = errors;
        if (!sharedPaths(data.paths, { instancePath: instancePath + "/paths", parentData: data, parentDataProperty: "paths", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? sharedPaths.errors : vErrors.concat(sharedPaths.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.threads !== void 0) {
          const _errs2 = errors;
          if (!sharedThreads(data.threads, { instancePath: instancePath + "/threads", parentData: data, parentDataProperty: "threads", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? sharedThreads.errors : vErrors.concat(sharedThreads.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.threadIds !== void 0) {
            const _errs3 = errors;
            if (!sharedThreadIds(data.threadIds, { instancePath: instancePath + "/threadIds", parentData: data, parentDataProperty: "threadIds", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? sharedThreadIds.errors : vErrors.concat(sharedThreadIds.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.objectAddresses !== void 0) {
              const _errs4 = errors;
              if (!sharedObjectAddresses(data.objectAddresses, { instancePath: instancePath + "/objectAddresses", parentData: data, parentDataProperty: "objectAddresses", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedObjectAddresses.errors : vErrors.concat(sharedObjectAddresses.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.records !== void 0) {
                let data4 = data.records;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (Array.isArray(data4)) {
                    if (data4.length > 1e6) {
                      validate52.errors = [{ instancePath: instancePath + "/records", schemaPath: "#/properties/records/maxItems", keyword: "maxItems", params: { limit: 1e6 }, message: "must NOT have more than 1000000 items" }];
                      return false;
                    } else {
                      var valid1 = true;
                      const len0 = data4.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data5 = data4[i0];
                        const _errs7 = errors;
                        if (errors === _errs7) {
                          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                            let missing0;
                            if (data5.type === void 0 && (missing0 = "type") || data5.value === void 0 && (missing0 = "value")) {
                              validate52.errors = [{ instancePath: instancePath + "/records/" + i0, schemaPath: "#/properties/records/items/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                              return false;
                            } else {
                              const _errs9 = errors;
                              for (const key0 in data5) {
                                if (!(key0 === "type" || key0 === "value")) {
                                  validate52.errors = [{ instancePath: instancePath + "/records/" + i0, schemaPath: "#/properties/records/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs9 === errors) {
                                if (data5.type !== void 0) {
                                  let data6 = data5.type;
                                  const _errs10 = errors;
                                  if (!(data6 === "KernelStack" || data6 === "WaitChain")) {
                                    validate52.errors = [{ instancePath: instancePath + "/records/" + i0 + "/type", schemaPath: "#/properties/records/items/properties/type/enum", keyword: "enum", params: { allowedValues: schema19.properties.records.items.properties.type.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid2 = _errs10 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data5.value !== void 0) {
                                    let data7 = data5.value;
                                    const _errs11 = errors;
                                    if (!(data7 && typeof data7 == "object" && !Array.isArray(data7))) {
                                      validate52.errors = [{ instancePath: instancePath + "/records/" + i0 + "/value", schemaPath: "#/properties/records/items/properties/value/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                    var valid2 = _errs11 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                }
                              }
                            }
                          } else {
                            validate52.errors = [{ instancePath: instancePath + "/records/" + i0, schemaPath: "#/properties/records/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                            return false;
                          }
                        }
                        var valid1 = _errs7 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/records", schemaPath: "#/properties/records/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.format !== void 0) {
                  let data8 = data.format;
                  const _errs13 = errors;
                  if (!(data8 === "Html" || data8 === "Speedscope" || data8 === "Folded" || data8 === "Pprof" || data8 === "Dot" || data8 === "Mermaid" || data8 === "Text" || data8 === "Json")) {
                    validate52.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema19.properties.format.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.weight !== void 0) {
                    let data9 = data.weight;
                    const _errs14 = errors;
                    if (!(data9 === "Thread" || data9 === "WaitTime")) {
                      validate52.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/enum", keyword: "enum", params: { allowedValues: schema19.properties.weight.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid0 = _errs14 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.excludeIdle !== void 0) {
                      const _errs15 = errors;
                      if (typeof data.excludeIdle !== "boolean") {
                        validate52.errors = [{ instancePath: instancePath + "/excludeIdle", schemaPath: "#/properties/excludeIdle/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs15 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.redact !== void 0) {
                        const _errs17 = errors;
                        if (typeof data.redact !== "boolean") {
                          validate52.errors = [{ instancePath: instancePath + "/redact", schemaPath: "#/properties/redact/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs17 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.output !== void 0) {
                          let data12 = data.output;
                          const _errs19 = errors;
                          if (errors === _errs19) {
                            if (typeof data12 === "string") {
                              if (func5(data12) > 32e3) {
                                validate52.errors = [{ instancePath: instancePath + "/output", schemaPath: "#/properties/output/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                                return false;
                              } else {
                                if (func5(data12) < 1) {
                                  validate52.errors = [{ instancePath: instancePath + "/output", schemaPath: "#/properties/output/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/output", schemaPath: "#/properties/output/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs19 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.force !== void 0) {
                            const _errs21 = errors;
                            if (typeof data.force !== "boolean") {
                              validate52.errors = [{ instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs21 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.acl !== void 0) {
                              let data14 = data.acl;
                              const _errs23 = errors;
                              if (!(data14 === "Restricted" || data14 === "Inherit")) {
                                validate52.errors = [{ instancePath: instancePath + "/acl", schemaPath: "#/properties/acl/enum", keyword: "enum", params: { allowedValues: schema19.properties.acl.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid0 = _errs23 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.symbolPath !== void 0) {
                                const _errs24 = errors;
                                if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs24 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.symbolCredentials !== void 0) {
                                  const _errs25 = errors;
                                  if (!sharedSymbolCredentials(data.symbolCredentials, { instancePath: instancePath + "/symbolCredentials", parentData: data, parentDataProperty: "symbolCredentials", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedSymbolCredentials.errors : vErrors.concat(sharedSymbolCredentials.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs25 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.symbolCredentialFile !== void 0) {
                                    const _errs26 = errors;
                                    if (!sharedSymbolCredentialFile(data.symbolCredentialFile, { instancePath: instancePath + "/symbolCredentialFile", parentData: data, parentDataProperty: "symbolCredentialFile", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedSymbolCredentialFile.errors : vErrors.concat(sharedSymbolCredentialFile.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs26 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.imagePath !== void 0) {
                                      const _errs27 = errors;
                                      if (!sharedImagePath(data.imagePath, { instancePath: instancePath + "/imagePath", parentData: data, parentDataProperty: "imagePath", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? sharedImagePath.errors : vErrors.concat(sharedImagePath.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs27 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.signaturePaths !== void 0) {
                                        const _errs28 = errors;
                                        if (!sharedSignaturePaths(data.signaturePaths, { instancePath: instancePath + "/signaturePaths", parentData: data, parentDataProperty: "signaturePaths", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? sharedSignaturePaths.errors : vErrors.concat(sharedSignaturePaths.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs28 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.timeLimitSeconds !== void 0) {
                                          const _errs29 = errors;
                                          if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs29 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.machine !== void 0) {
                                            const _errs30 = errors;
                                            if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs30 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.propertyCase !== void 0) {
                                              const _errs31 = errors;
                                              if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs31 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.callerVersion !== void 0) {
                                                const _errs32 = errors;
                                                if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid0 = _errs32 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.adviceFor !== void 0) {
                                                  const _errs33 = errors;
                                                  if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid0 = _errs33 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.cancelOnEndOfInput !== void 0) {
                                                    const _errs34 = errors;
                                                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                      validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                      return false;
                                                    }
                                                    var valid0 = _errs34 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    for (const key1 in data) {
                                                      if (key1 !== "paths" && key1 !== "threads" && key1 !== "threadIds" && key1 !== "objectAddresses" && key1 !== "records" && key1 !== "format" && key1 !== "weight" && key1 !== "excludeIdle" && key1 !== "redact" && key1 !== "output" && key1 !== "force" && key1 !== "acl" && key1 !== "symbolPath" && key1 !== "symbolCredentials" && key1 !== "symbolCredentialFile" && key1 !== "imagePath" && key1 !== "signaturePaths" && key1 !== "timeLimitSeconds" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
                                                        validate52.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key1 }, message: "must NOT have unevaluated properties" }];
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
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateExportRequest
};
