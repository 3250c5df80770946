// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';
import {
  machine as sharedMachine,
  propertyCase as sharedPropertyCase,
  callerVersion as sharedCallerVersion,
  adviceFor as sharedAdviceFor,
} from './every.js';

const validateDscRequest = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-dsc.schema.json", "title": "DscRequest", "description": "An operation of the DSC resource KernelTriage/KernelDumpReadiness.", "type": "object", "required": ["operation"], "properties": { "operation": { "enum": ["get", "set", "test", "whatif", "export"] }, "instance": { "$ref": "dump-readiness.schema.json" }, "machine": { "everyPart": "machine" }, "propertyCase": { "everyPart": "propertyCase" }, "callerVersion": { "everyPart": "callerVersion" }, "adviceFor": { "everyPart": "adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const schema20 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/dump-readiness.schema.json", "title": "DumpReadiness", "description": "An instance of the DSC resource KernelTriage/KernelDumpReadiness: settings of Windows that decide about dumps, and a folder for them. An absent property is not looked at and not changed.", "type": "object", "properties": { "crashDumpEnabled": { "description": "What a crash writes: None, Complete, Kernel, Small or Automatic (CrashControl, CrashDumpEnabled). After a restart.", "enum": ["None", "Complete", "Kernel", "Small", "Automatic"] }, "alwaysKeepMemoryDump": { "description": "Keep the crash dump also when the disk is short (CrashControl, AlwaysKeepMemoryDump).", "type": "boolean" }, "dumpFile": { "description": "The file of the crash dump; variables like %SystemRoot% stay as they are (CrashControl, DumpFile).", "type": "string", "minLength": 1, "maxLength": 1e3 }, "minidumpDir": { "description": "The folder of small crash dumps (CrashControl, MinidumpDir).", "type": "string", "minLength": 1, "maxLength": 1e3 }, "fullLiveReportsMax": { "description": "Full live reports that Windows Error Reporting keeps; 0 turns live dumps off (FullLiveKernelReports, FullLiveReportsMax).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "systemThrottleThreshold": { "description": "Hours between full live reports of the system (FullLiveKernelReports, SystemThrottleThreshold).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "componentThrottleThreshold": { "description": "Hours between full live reports of one component (FullLiveKernelReports, ComponentThrottleThreshold).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "liveKernelReportsPath": { "description": "The folder of live reports as the kernel names it, \\??\\D:\\dumps (LiveKernelReports, LiveKernelReportsPath). After a restart.", "type": "string", "minLength": 1, "maxLength": 1e3 }, "operationalChannel": { "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Operational is on. After a restart.", "type": "boolean" }, "analyticChannel": { "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Analytic is on. After a restart.", "type": "boolean" }, "eventSource": { "description": "Whether the source KernelTriage of the event log Application has its texts: those of EventCreate.exe.", "type": "boolean" }, "dumpFolder": { "description": "A folder for dumps on a local volume, D:\\dumps. It is made where it is missing; its parent folder must exist, and no part of the path may be a link.", "type": "string", "pattern": '^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$', "maxLength": 240 }, "dumpFolderAcl": { "description": "The access to the folder: Restricted is Administrators and SYSTEM alone, Inherit is that of the parent folder. A folder that is made is Restricted by default. Custom is reported for anything else, and cannot be set.", "enum": ["Restricted", "Inherit", "Custom"] }, "_inDesiredState": { "description": "Answered by test: whether every property that was given is as given.", "type": "boolean", "readOnly": true }, "_rebootRequested": { "description": "Answered by set and what-if: whether a changed setting counts only after a restart.", "type": "boolean", "readOnly": true } }, "dependentRequired": { "dumpFolderAcl": ["dumpFolder"] }, "additionalProperties": false };
const func1 = Object.prototype.hasOwnProperty;
const func2 = codePoints;
const pattern3 = new RegExp('^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$', "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func1.call(schema20.properties, key0)) {
          validate53.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.crashDumpEnabled !== void 0) {
          let data0 = data.crashDumpEnabled;
          const _errs2 = errors;
          if (!(data0 === "None" || data0 === "Complete" || data0 === "Kernel" || data0 === "Small" || data0 === "Automatic")) {
            validate53.errors = [{ instancePath: instancePath + "/crashDumpEnabled", schemaPath: "#/properties/crashDumpEnabled/enum", keyword: "enum", params: { allowedValues: schema20.properties.crashDumpEnabled.enum }, message: "must be equal to one of the allowed values" }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.alwaysKeepMemoryDump !== void 0) {
            const _errs3 = errors;
            if (typeof data.alwaysKeepMemoryDump !== "boolean") {
              validate53.errors = [{ instancePath: instancePath + "/alwaysKeepMemoryDump", schemaPath: "#/properties/alwaysKeepMemoryDump/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.dumpFile !== void 0) {
              let data2 = data.dumpFile;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (typeof data2 === "string") {
                  if (func2(data2) > 1e3) {
                    validate53.errors = [{ instancePath: instancePath + "/dumpFile", schemaPath: "#/properties/dumpFile/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                    return false;
                  } else {
                    if (func2(data2) < 1) {
                      validate53.errors = [{ instancePath: instancePath + "/dumpFile", schemaPath: "#/properties/dumpFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate53.errors = [{ instancePath: instancePath + "/dumpFile", schemaPath: "#/properties/dumpFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.minidumpDir !== void 0) {
                let data3 = data.minidumpDir;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (typeof data3 === "string") {
                    if (func2(data3) > 1e3) {
                      validate53.errors = [{ instancePath: instancePath + "/minidumpDir", schemaPath: "#/properties/minidumpDir/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                      return false;
                    } else {
                      if (func2(data3) < 1) {
                        validate53.errors = [{ instancePath: instancePath + "/minidumpDir", schemaPath: "#/properties/minidumpDir/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    }
                  } else {
                    validate53.errors = [{ instancePath: instancePath + "/minidumpDir", schemaPath: "#/properties/minidumpDir/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.fullLiveReportsMax !== void 0) {
                  let data4 = data.fullLiveReportsMax;
                  const _errs9 = errors;
                  if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                    validate53.errors = [{ instancePath: instancePath + "/fullLiveReportsMax", schemaPath: "#/properties/fullLiveReportsMax/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs9) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 > 4294967295 || isNaN(data4)) {
                        validate53.errors = [{ instancePath: instancePath + "/fullLiveReportsMax", schemaPath: "#/properties/fullLiveReportsMax/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                        return false;
                      } else {
                        if (data4 < 0 || isNaN(data4)) {
                          validate53.errors = [{ instancePath: instancePath + "/fullLiveReportsMax", schemaPath: "#/properties/fullLiveReportsMax/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.systemThrottleThreshold !== void 0) {
                    let data5 = data.systemThrottleThreshold;
                    const _errs11 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate53.errors = [{ instancePath: instancePath + "/systemThrottleThreshold", schemaPath: "#/properties/systemThrottleThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs11) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 4294967295 || isNaN(data5)) {
                          validate53.errors = [{ instancePath: instancePath + "/systemThrottleThreshold", schemaPath: "#/properties/systemThrottleThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                          return false;
                        } else {
                          if (data5 < 0 || isNaN(data5)) {
                            validate53.errors = [{ instancePath: instancePath + "/systemThrottleThreshold", schemaPath: "#/properties/systemThrottleThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.componentThrottleThreshold !== void 0) {
                      let data6 = data.componentThrottleThreshold;
                      const _errs13 = errors;
                      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                        validate53.errors = [{ instancePath: instancePath + "/componentThrottleThreshold", schemaPath: "#/properties/componentThrottleThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs13) {
                        if (typeof data6 == "number" && isFinite(data6)) {
                          if (data6 > 4294967295 || isNaN(data6)) {
                            validate53.errors = [{ instancePath: instancePath + "/componentThrottleThreshold", schemaPath: "#/properties/componentThrottleThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                            return false;
                          } else {
                            if (data6 < 0 || isNaN(data6)) {
                              validate53.errors = [{ instancePath: instancePath + "/componentThrottleThreshold", schemaPath: "#/properties/componentThrottleThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                              return false;
                            }
                          }
                        }
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.liveKernelReportsPath !== void 0) {
                        let data7 = data.liveKernelReportsPath;
                        const _errs15 = errors;
                        if (errors === _errs15) {
                          if (typeof data7 === "string") {
                            if (func2(data7) > 1e3) {
                              validate53.errors = [{ instancePath: instancePath + "/liveKernelReportsPath", schemaPath: "#/properties/liveKernelReportsPath/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                              return false;
                            } else {
                              if (func2(data7) < 1) {
                                validate53.errors = [{ instancePath: instancePath + "/liveKernelReportsPath", schemaPath: "#/properties/liveKernelReportsPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate53.errors = [{ instancePath: instancePath + "/liveKernelReportsPath", schemaPath: "#/properties/liveKernelReportsPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.operationalChannel !== void 0) {
                          const _errs17 = errors;
                          if (typeof data.operationalChannel !== "boolean") {
                            validate53.errors = [{ instancePath: instancePath + "/operationalChannel", schemaPath: "#/properties/operationalChannel/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                            return false;
                          }
                          var valid0 = _errs17 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.analyticChannel !== void 0) {
                            const _errs19 = errors;
                            if (typeof data.analyticChannel !== "boolean") {
                              validate53.errors = [{ instancePath: instancePath + "/analyticChannel", schemaPath: "#/properties/analyticChannel/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs19 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.eventSource !== void 0) {
                              const _errs21 = errors;
                              if (typeof data.eventSource !== "boolean") {
                                validate53.errors = [{ instancePath: instancePath + "/eventSource", schemaPath: "#/properties/eventSource/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid0 = _errs21 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.dumpFolder !== void 0) {
                                let data11 = data.dumpFolder;
                                const _errs23 = errors;
                                if (errors === _errs23) {
                                  if (typeof data11 === "string") {
                                    if (func2(data11) > 240) {
                                      validate53.errors = [{ instancePath: instancePath + "/dumpFolder", schemaPath: "#/properties/dumpFolder/maxLength", keyword: "maxLength", params: { limit: 240 }, message: "must NOT have more than 240 characters" }];
                                      return false;
                                    } else {
                                      if (!pattern3.test(data11)) {
                                        validate53.errors = [{ instancePath: instancePath + "/dumpFolder", schemaPath: "#/properties/dumpFolder/pattern", keyword: "pattern", params: { pattern: '^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$' }, message: 'must match pattern "^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$"' }];
                                        return false;
                                      }
                                    }
                                  } else {
                                    validate53.errors = [{ instancePath: instancePath + "/dumpFolder", schemaPath: "#/properties/dumpFolder/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs23 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.dumpFolderAcl !== void 0) {
                                  let data12 = data.dumpFolderAcl;
                                  const _errs25 = errors;
                                  if (!(data12 === "Restricted" || data12 === "Inherit" || data12 === "Custom")) {
                                    validate53.errors = [{ instancePath: instancePath + "/dumpFolderAcl", schemaPath: "#/properties/dumpFolderAcl/enum", keyword: "enum", params: { allowedValues: schema20.properties.dumpFolderAcl.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid0 = _errs25 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data._inDesiredState !== void 0) {
                                    const _errs26 = errors;
                                    if (typeof data._inDesiredState !== "boolean") {
                                      validate53.errors = [{ instancePath: instancePath + "/_inDesiredState", schemaPath: "#/properties/_inDesiredState/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid0 = _errs26 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data._rebootRequested !== void 0) {
                                      const _errs28 = errors;
                                      if (typeof data._rebootRequested !== "boolean") {
                                        validate53.errors = [{ instancePath: instancePath + "/_rebootRequested", schemaPath: "#/properties/_rebootRequested/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid0 = _errs28 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      let missing0;
                                      if (data.dumpFolderAcl !== void 0 && (data.dumpFolder === void 0 && (missing0 = "dumpFolder"))) {
                                        validate53.errors = [{ instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
                                          property: "dumpFolderAcl",
                                          missingProperty: missing0,
                                          depsCount: 1,
                                          deps: "dumpFolder"
                                        }, message: "must have property dumpFolder when property dumpFolderAcl is present" }];
                                        return false;
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
      validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
      let missing0;
      if (data.operation === void 0 && (missing0 = "operation")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.operation !== void 0) {
          let data0 = data.operation;
          const _errs1 = errors;
          if (!(data0 === "get" || data0 === "set" || data0 === "test" || data0 === "whatif" || data0 === "export")) {
            validate52.errors = [{ instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/enum", keyword: "enum", params: { allowedValues: schema19.properties.operation.enum }, message: "must be equal to one of the allowed values" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.instance !== void 0) {
            const _errs2 = errors;
            if (!validate53(data.instance, { instancePath: instancePath + "/instance", parentData: data, parentDataProperty: "instance", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.machine !== void 0) {
              const _errs3 = errors;
              if (!sharedMachine(data.machine, { instancePath: instancePath + "/machine", parentData: data, parentDataProperty: "machine", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? sharedMachine.errors : vErrors.concat(sharedMachine.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.propertyCase !== void 0) {
                const _errs4 = errors;
                if (!sharedPropertyCase(data.propertyCase, { instancePath: instancePath + "/propertyCase", parentData: data, parentDataProperty: "propertyCase", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? sharedPropertyCase.errors : vErrors.concat(sharedPropertyCase.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.callerVersion !== void 0) {
                  const _errs5 = errors;
                  if (!sharedCallerVersion(data.callerVersion, { instancePath: instancePath + "/callerVersion", parentData: data, parentDataProperty: "callerVersion", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? sharedCallerVersion.errors : vErrors.concat(sharedCallerVersion.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.adviceFor !== void 0) {
                    const _errs6 = errors;
                    if (!sharedAdviceFor(data.adviceFor, { instancePath: instancePath + "/adviceFor", parentData: data, parentDataProperty: "adviceFor", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? sharedAdviceFor.errors : vErrors.concat(sharedAdviceFor.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs6 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.cancelOnEndOfInput !== void 0) {
                      const _errs7 = errors;
                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                        validate52.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs7 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      for (const key0 in data) {
                        if (key0 !== "operation" && key0 !== "instance" && key0 !== "machine" && key0 !== "propertyCase" && key0 !== "callerVersion" && key0 !== "adviceFor" && key0 !== "cancelOnEndOfInput") {
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
  validateDscRequest
};
