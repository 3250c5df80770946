// Generated from src/contract/schema by `npm run generate`. Do not edit.
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

const validateStacksRequest = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-stacks.schema.json", "title": "StacksRequest", "description": "Dumps, or threads of the live machine, of which to walk and name the kernel stacks.", "type": "object", "properties": { "paths": { "sharedPart": "paths" }, "threads": { "sharedPart": "threads" }, "threadIds": { "sharedPart": "threadIds" }, "objectAddresses": { "sharedPart": "objectAddresses" }, "symbolPath": { "sharedPart": "symbolPath" }, "symbolCredentials": { "sharedPart": "symbolCredentials" }, "symbolCredentialFile": { "sharedPart": "symbolCredentialFile" }, "imagePath": { "sharedPart": "imagePath" }, "includeCaptureFrames": { "description": "Keep the frames of the APC by which the capture itself runs in the thread.", "type": "boolean" }, "includeRegisters": { "description": "Give each frame the registers that the unwind data recovered.", "type": "boolean" }, "includeMentions": { "description": "Give each stack the kernel objects that its words and registers point to.", "type": "boolean" }, "includeWaits": { "description": "Give each stack what its thread waits for and its holder. Triage dumps, live threads and groups have that unless this is false; the stacks of a dump of whole pages only when it is true, because all threads of the dump are explained for it.", "type": "boolean" }, "scan": { "description": "Guess where unwind data is missing; guesses are marked.", "type": "boolean", "default": true }, "groupBy": { "description": "Give groups of equal stacks instead of stacks: by functions, exact addresses, images, or the functions of the innermost frames.", "enum": ["Symbol", "Address", "Module", "Top"] }, "topFrames": { "description": "How many frames count with groupBy Top.", "type": "integer", "minimum": 1, "maximum": 256 }, "tree": { "description": "Give one tree of all stacks instead of stacks, with the number of threads at each branch.", "type": "boolean" }, "maxFrames": { "description": "At most so many frames of those that are shown: the capture's own count only where they are included.", "type": "integer", "minimum": 1, "maximum": 256 }, "timeLimitSeconds": { "sharedPart": "timeLimitSeconds" }, "machine": { "everyPart": "machine" }, "propertyCase": { "everyPart": "propertyCase" }, "callerVersion": { "everyPart": "callerVersion" }, "adviceFor": { "everyPart": "adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
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
              if (data.symbolPath !== void 0) {
                const _errs5 = errors;
                if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.symbolCredentials !== void 0) {
                  const _errs6 = errors;
                  if (!sharedSymbolCredentials(data.symbolCredentials, { instancePath: instancePath + "/symbolCredentials", parentData: data, parentDataProperty: "symbolCredentials", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedSymbolCredentials.errors : vErrors.concat(sharedSymbolCredentials.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.symbolCredentialFile !== void 0) {
                    const _errs7 = errors;
                    if (!sharedSymbolCredentialFile(data.symbolCredentialFile, { instancePath: instancePath + "/symbolCredentialFile", parentData: data, parentDataProperty: "symbolCredentialFile", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedSymbolCredentialFile.errors : vErrors.concat(sharedSymbolCredentialFile.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.imagePath !== void 0) {
                      const _errs8 = errors;
                      if (!sharedImagePath(data.imagePath, { instancePath: instancePath + "/imagePath", parentData: data, parentDataProperty: "imagePath", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedImagePath.errors : vErrors.concat(sharedImagePath.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.includeCaptureFrames !== void 0) {
                        const _errs9 = errors;
                        if (typeof data.includeCaptureFrames !== "boolean") {
                          validate52.errors = [{ instancePath: instancePath + "/includeCaptureFrames", schemaPath: "#/properties/includeCaptureFrames/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs9 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.includeRegisters !== void 0) {
                          const _errs11 = errors;
                          if (typeof data.includeRegisters !== "boolean") {
                            validate52.errors = [{ instancePath: instancePath + "/includeRegisters", schemaPath: "#/properties/includeRegisters/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                            return false;
                          }
                          var valid0 = _errs11 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.includeMentions !== void 0) {
                            const _errs13 = errors;
                            if (typeof data.includeMentions !== "boolean") {
                              validate52.errors = [{ instancePath: instancePath + "/includeMentions", schemaPath: "#/properties/includeMentions/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs13 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.includeWaits !== void 0) {
                              const _errs15 = errors;
                              if (typeof data.includeWaits !== "boolean") {
                                validate52.errors = [{ instancePath: instancePath + "/includeWaits", schemaPath: "#/properties/includeWaits/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid0 = _errs15 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.scan !== void 0) {
                                const _errs17 = errors;
                                if (typeof data.scan !== "boolean") {
                                  validate52.errors = [{ instancePath: instancePath + "/scan", schemaPath: "#/properties/scan/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid0 = _errs17 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.groupBy !== void 0) {
                                  let data13 = data.groupBy;
                                  const _errs19 = errors;
                                  if (!(data13 === "Symbol" || data13 === "Address" || data13 === "Module" || data13 === "Top")) {
                                    validate52.errors = [{ instancePath: instancePath + "/groupBy", schemaPath: "#/properties/groupBy/enum", keyword: "enum", params: { allowedValues: schema19.properties.groupBy.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid0 = _errs19 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.topFrames !== void 0) {
                                    let data14 = data.topFrames;
                                    const _errs20 = errors;
                                    if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                                      validate52.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs20) {
                                      if (typeof data14 == "number" && isFinite(data14)) {
                                        if (data14 > 256 || isNaN(data14)) {
                                          validate52.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" }];
                                          return false;
                                        } else {
                                          if (data14 < 1 || isNaN(data14)) {
                                            validate52.errors = [{ instancePath: instancePath + "/topFrames", schemaPath: "#/properties/topFrames/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                            return false;
                                          }
                                        }
                                      }
                                    }
                                    var valid0 = _errs20 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.tree !== void 0) {
                                      const _errs22 = errors;
                                      if (typeof data.tree !== "boolean") {
                                        validate52.errors = [{ instancePath: instancePath + "/tree", schemaPath: "#/properties/tree/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid0 = _errs22 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.maxFrames !== void 0) {
                                        let data16 = data.maxFrames;
                                        const _errs24 = errors;
                                        if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                          validate52.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs24) {
                                          if (typeof data16 == "number" && isFinite(data16)) {
                                            if (data16 > 256 || isNaN(data16)) {
                                              validate52.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" }];
                                              return false;
                                            } else {
                                              if (data16 < 1 || isNaN(data16)) {
                                                validate52.errors = [{ instancePath: instancePath + "/maxFrames", schemaPath: "#/properties/maxFrames/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
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
                                        if (data.timeLimitSeconds !== void 0) {
                                          const _errs26 = errors;
                                          if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs26 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.machine !== void 0) {
                                            const _errs27 = errors;
                                            if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs27 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.propertyCase !== void 0) {
                                              const _errs28 = errors;
                                              if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs28 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.callerVersion !== void 0) {
                                                const _errs29 = errors;
                                                if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid0 = _errs29 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.adviceFor !== void 0) {
                                                  const _errs30 = errors;
                                                  if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid0 = _errs30 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.cancelOnEndOfInput !== void 0) {
                                                    const _errs31 = errors;
                                                    if (typeof data.cancelOnEndOfInput !== "boolean") {
                                                      validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                      return false;
                                                    }
                                                    var valid0 = _errs31 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    for (const key0 in data) {
                                                      if (key0 !== "paths" && key0 !== "threads" && key0 !== "threadIds" && key0 !== "objectAddresses" && key0 !== "symbolPath" && key0 !== "symbolCredentials" && key0 !== "symbolCredentialFile" && key0 !== "imagePath" && key0 !== "includeCaptureFrames" && key0 !== "includeRegisters" && key0 !== "includeMentions" && key0 !== "includeWaits" && key0 !== "scan" && key0 !== "groupBy" && key0 !== "topFrames" && key0 !== "tree" && key0 !== "maxFrames" && key0 !== "timeLimitSeconds" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
                                                        validate52.errors = [{ instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key0 }, message: "must NOT have unevaluated properties" }];
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
  validateStacksRequest
};
