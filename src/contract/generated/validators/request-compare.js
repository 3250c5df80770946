// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';
import {
  address as sharedAddress,
} from './part-address.js';
import {
  imagePath as sharedImagePath,
} from './part-image-path.js';
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
  threadLook as sharedThreadLook,
} from './part-thread-look.js';
import {
  timeLimitSeconds as sharedTimeLimitSeconds,
} from './part-time-limit-seconds.js';

const validateCompareRequest = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-compare.schema.json", "title": "CompareRequest", "description": "Two looks at one machine, to find what became of each thread in between.", "type": "object", "properties": { "reference": { "description": "The earlier look: dump files, manifests of sets, or folders with dumps.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "minItems": 1, "maxItems": 1e5 }, "difference": { "description": "The later look, in the same forms. Absent with `live`.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 32e3 }, "minItems": 1, "maxItems": 1e5 }, "live": { "description": "Take the later look now, at the live threads of the reference, through captures that exist in memory alone.", "type": "boolean" }, "referenceAddresses": { "description": "Only the threads of the reference with these object addresses.", "type": "array", "items": { "sharedPart": "address" }, "maxItems": 1e5 }, "differenceAddresses": { "description": "Only the threads of the difference with these object addresses.", "type": "array", "items": { "sharedPart": "address" }, "maxItems": 1e5 }, "referenceThreads": { "description": "Threads of the earlier look that are in no file: as a listing or a live stack gave them.", "type": "array", "items": { "sharedPart": "threadLook" }, "minItems": 1, "maxItems": 1e5 }, "differenceThreads": { "description": "The same of the later look.", "type": "array", "items": { "sharedPart": "threadLook" }, "minItems": 1, "maxItems": 1e5 }, "verdicts": { "description": "Only threads with these verdicts.", "type": "array", "items": { "enum": ["Stuck", "StuckExceptCapture", "Slow", "Moved", "Gone", "New", "Unknown"] }, "maxItems": 7 }, "includeIdle": { "description": "Workers without work at both looks too.", "type": "boolean" }, "symbolPath": { "sharedPart": "symbolPath" }, "symbolCredentials": { "sharedPart": "symbolCredentials" }, "symbolCredentialFile": { "sharedPart": "symbolCredentialFile" }, "imagePath": { "sharedPart": "imagePath" }, "timeLimitSeconds": { "sharedPart": "timeLimitSeconds" }, "machine": { "everyPart": "machine" }, "propertyCase": { "everyPart": "propertyCase" }, "callerVersion": { "everyPart": "callerVersion" }, "adviceFor": { "everyPart": "adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const func1 = codePoints;
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
      if (data.reference !== void 0) {
        let data0 = data.reference;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (Array.isArray(data0)) {
            if (data0.length > 1e5) {
              validate52.errors = [{ instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
              return false;
            } else {
              if (data0.length < 1) {
                validate52.errors = [{ instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                        validate52.errors = [{ instancePath: instancePath + "/reference/" + i0, schemaPath: "#/properties/reference/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                        return false;
                      } else {
                        if (func1(data1) < 1) {
                          validate52.errors = [{ instancePath: instancePath + "/reference/" + i0, schemaPath: "#/properties/reference/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate52.errors = [{ instancePath: instancePath + "/reference/" + i0, schemaPath: "#/properties/reference/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            validate52.errors = [{ instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                validate52.errors = [{ instancePath: instancePath + "/difference", schemaPath: "#/properties/difference/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                return false;
              } else {
                if (data2.length < 1) {
                  validate52.errors = [{ instancePath: instancePath + "/difference", schemaPath: "#/properties/difference/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
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
                          validate52.errors = [{ instancePath: instancePath + "/difference/" + i1, schemaPath: "#/properties/difference/items/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" }];
                          return false;
                        } else {
                          if (func1(data3) < 1) {
                            validate52.errors = [{ instancePath: instancePath + "/difference/" + i1, schemaPath: "#/properties/difference/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/difference/" + i1, schemaPath: "#/properties/difference/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate52.errors = [{ instancePath: instancePath + "/difference", schemaPath: "#/properties/difference/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
              validate52.errors = [{ instancePath: instancePath + "/live", schemaPath: "#/properties/live/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                    validate52.errors = [{ instancePath: instancePath + "/referenceAddresses", schemaPath: "#/properties/referenceAddresses/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                    return false;
                  } else {
                    var valid3 = true;
                    const len2 = data5.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      const _errs13 = errors;
                      if (!sharedAddress(data5[i2], { instancePath: instancePath + "/referenceAddresses/" + i2, parentData: data5, parentDataProperty: i2, rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                        errors = vErrors.length;
                      }
                      var valid3 = _errs13 === errors;
                      if (!valid3) {
                        break;
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/referenceAddresses", schemaPath: "#/properties/referenceAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                const _errs14 = errors;
                if (errors === _errs14) {
                  if (Array.isArray(data7)) {
                    if (data7.length > 1e5) {
                      validate52.errors = [{ instancePath: instancePath + "/differenceAddresses", schemaPath: "#/properties/differenceAddresses/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                      return false;
                    } else {
                      var valid4 = true;
                      const len3 = data7.length;
                      for (let i3 = 0; i3 < len3; i3++) {
                        const _errs16 = errors;
                        if (!sharedAddress(data7[i3], { instancePath: instancePath + "/differenceAddresses/" + i3, parentData: data7, parentDataProperty: i3, rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? sharedAddress.errors : vErrors.concat(sharedAddress.errors);
                          errors = vErrors.length;
                        }
                        var valid4 = _errs16 === errors;
                        if (!valid4) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/differenceAddresses", schemaPath: "#/properties/differenceAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs14 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.referenceThreads !== void 0) {
                  let data9 = data.referenceThreads;
                  const _errs17 = errors;
                  if (errors === _errs17) {
                    if (Array.isArray(data9)) {
                      if (data9.length > 1e5) {
                        validate52.errors = [{ instancePath: instancePath + "/referenceThreads", schemaPath: "#/properties/referenceThreads/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                        return false;
                      } else {
                        if (data9.length < 1) {
                          validate52.errors = [{ instancePath: instancePath + "/referenceThreads", schemaPath: "#/properties/referenceThreads/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                          return false;
                        } else {
                          var valid5 = true;
                          const len4 = data9.length;
                          for (let i4 = 0; i4 < len4; i4++) {
                            const _errs19 = errors;
                            if (!sharedThreadLook(data9[i4], { instancePath: instancePath + "/referenceThreads/" + i4, parentData: data9, parentDataProperty: i4, rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? sharedThreadLook.errors : vErrors.concat(sharedThreadLook.errors);
                              errors = vErrors.length;
                            }
                            var valid5 = _errs19 === errors;
                            if (!valid5) {
                              break;
                            }
                          }
                        }
                      }
                    } else {
                      validate52.errors = [{ instancePath: instancePath + "/referenceThreads", schemaPath: "#/properties/referenceThreads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs17 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.differenceThreads !== void 0) {
                    let data11 = data.differenceThreads;
                    const _errs20 = errors;
                    if (errors === _errs20) {
                      if (Array.isArray(data11)) {
                        if (data11.length > 1e5) {
                          validate52.errors = [{ instancePath: instancePath + "/differenceThreads", schemaPath: "#/properties/differenceThreads/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                          return false;
                        } else {
                          if (data11.length < 1) {
                            validate52.errors = [{ instancePath: instancePath + "/differenceThreads", schemaPath: "#/properties/differenceThreads/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                            return false;
                          } else {
                            var valid6 = true;
                            const len5 = data11.length;
                            for (let i5 = 0; i5 < len5; i5++) {
                              const _errs22 = errors;
                              if (!sharedThreadLook(data11[i5], { instancePath: instancePath + "/differenceThreads/" + i5, parentData: data11, parentDataProperty: i5, rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? sharedThreadLook.errors : vErrors.concat(sharedThreadLook.errors);
                                errors = vErrors.length;
                              }
                              var valid6 = _errs22 === errors;
                              if (!valid6) {
                                break;
                              }
                            }
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/differenceThreads", schemaPath: "#/properties/differenceThreads/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid0 = _errs20 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.verdicts !== void 0) {
                      let data13 = data.verdicts;
                      const _errs23 = errors;
                      if (errors === _errs23) {
                        if (Array.isArray(data13)) {
                          if (data13.length > 7) {
                            validate52.errors = [{ instancePath: instancePath + "/verdicts", schemaPath: "#/properties/verdicts/maxItems", keyword: "maxItems", params: { limit: 7 }, message: "must NOT have more than 7 items" }];
                            return false;
                          } else {
                            var valid7 = true;
                            const len6 = data13.length;
                            for (let i6 = 0; i6 < len6; i6++) {
                              let data14 = data13[i6];
                              const _errs25 = errors;
                              if (!(data14 === "Stuck" || data14 === "StuckExceptCapture" || data14 === "Slow" || data14 === "Moved" || data14 === "Gone" || data14 === "New" || data14 === "Unknown")) {
                                validate52.errors = [{ instancePath: instancePath + "/verdicts/" + i6, schemaPath: "#/properties/verdicts/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.verdicts.items.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid7 = _errs25 === errors;
                              if (!valid7) {
                                break;
                              }
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/verdicts", schemaPath: "#/properties/verdicts/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs23 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.includeIdle !== void 0) {
                        const _errs26 = errors;
                        if (typeof data.includeIdle !== "boolean") {
                          validate52.errors = [{ instancePath: instancePath + "/includeIdle", schemaPath: "#/properties/includeIdle/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                          return false;
                        }
                        var valid0 = _errs26 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.symbolPath !== void 0) {
                          const _errs28 = errors;
                          if (!sharedSymbolPath(data.symbolPath, { instancePath: instancePath + "/symbolPath", parentData: data, parentDataProperty: "symbolPath", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? sharedSymbolPath.errors : vErrors.concat(sharedSymbolPath.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs28 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.symbolCredentials !== void 0) {
                            const _errs29 = errors;
                            if (!sharedSymbolCredentials(data.symbolCredentials, { instancePath: instancePath + "/symbolCredentials", parentData: data, parentDataProperty: "symbolCredentials", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? sharedSymbolCredentials.errors : vErrors.concat(sharedSymbolCredentials.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs29 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.symbolCredentialFile !== void 0) {
                              const _errs30 = errors;
                              if (!sharedSymbolCredentialFile(data.symbolCredentialFile, { instancePath: instancePath + "/symbolCredentialFile", parentData: data, parentDataProperty: "symbolCredentialFile", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? sharedSymbolCredentialFile.errors : vErrors.concat(sharedSymbolCredentialFile.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs30 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.imagePath !== void 0) {
                                const _errs31 = errors;
                                if (!sharedImagePath(data.imagePath, { instancePath: instancePath + "/imagePath", parentData: data, parentDataProperty: "imagePath", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? sharedImagePath.errors : vErrors.concat(sharedImagePath.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs31 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.timeLimitSeconds !== void 0) {
                                  const _errs32 = errors;
                                  if (!sharedTimeLimitSeconds(data.timeLimitSeconds, { instancePath: instancePath + "/timeLimitSeconds", parentData: data, parentDataProperty: "timeLimitSeconds", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? sharedTimeLimitSeconds.errors : vErrors.concat(sharedTimeLimitSeconds.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs32 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.machine !== void 0) {
                                    const _errs33 = errors;
                                    if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs33 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.propertyCase !== void 0) {
                                      const _errs34 = errors;
                                      if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.callerVersion !== void 0) {
                                        const _errs35 = errors;
                                        if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs35 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.adviceFor !== void 0) {
                                          const _errs36 = errors;
                                          if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs36 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.cancelOnEndOfInput !== void 0) {
                                            const _errs37 = errors;
                                            if (typeof data.cancelOnEndOfInput !== "boolean") {
                                              validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                              return false;
                                            }
                                            var valid0 = _errs37 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            for (const key0 in data) {
                                              if (key0 !== "reference" && key0 !== "difference" && key0 !== "live" && key0 !== "referenceAddresses" && key0 !== "differenceAddresses" && key0 !== "referenceThreads" && key0 !== "differenceThreads" && key0 !== "verdicts" && key0 !== "includeIdle" && key0 !== "symbolPath" && key0 !== "symbolCredentials" && key0 !== "symbolCredentialFile" && key0 !== "imagePath" && key0 !== "timeLimitSeconds" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateCompareRequest
};
