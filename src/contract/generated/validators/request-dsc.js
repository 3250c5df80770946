// Generated from src/contract/schema by `npm run generate`. Do not edit.
import { codePoints } from './code-points.js';

const validateDscRequest = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/request-dsc.schema.json", "title": "DscRequest", "description": "An operation of the DSC resource KernelTriage/KernelDumpReadiness.", "type": "object", "required": ["operation"], "properties": { "operation": { "enum": ["get", "set", "test", "whatif", "export"] }, "instance": { "$ref": "dump-readiness.schema.json" }, "machine": { "$ref": "common.schema.json#/$defs/machine" }, "propertyCase": { "$ref": "common.schema.json#/$defs/propertyCase" }, "callerVersion": { "$ref": "common.schema.json#/$defs/callerVersion" }, "adviceFor": { "$ref": "common.schema.json#/$defs/adviceFor" }, "cancelOnEndOfInput": { "description": "Closing standard input cancels.", "type": "boolean" } }, "unevaluatedProperties": false };
const schema32 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "ktriage://schema/1/dump-readiness.schema.json", "title": "DumpReadiness", "description": "An instance of the DSC resource KernelTriage/KernelDumpReadiness: settings of Windows that decide about dumps, and a folder for them. An absent property is not looked at and not changed.", "type": "object", "properties": { "crashDumpEnabled": { "description": "What a crash writes: None, Complete, Kernel, Small or Automatic (CrashControl, CrashDumpEnabled). After a restart.", "enum": ["None", "Complete", "Kernel", "Small", "Automatic"] }, "alwaysKeepMemoryDump": { "description": "Keep the crash dump also when the disk is short (CrashControl, AlwaysKeepMemoryDump).", "type": "boolean" }, "dumpFile": { "description": "The file of the crash dump; variables like %SystemRoot% stay as they are (CrashControl, DumpFile).", "type": "string", "minLength": 1, "maxLength": 1e3 }, "minidumpDir": { "description": "The folder of small crash dumps (CrashControl, MinidumpDir).", "type": "string", "minLength": 1, "maxLength": 1e3 }, "fullLiveReportsMax": { "description": "Full live reports that Windows Error Reporting keeps; 0 turns live dumps off (FullLiveKernelReports, FullLiveReportsMax).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "systemThrottleThreshold": { "description": "Hours between full live reports of the system (FullLiveKernelReports, SystemThrottleThreshold).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "componentThrottleThreshold": { "description": "Hours between full live reports of one component (FullLiveKernelReports, ComponentThrottleThreshold).", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "liveKernelReportsPath": { "description": "The folder of live reports as the kernel names it, \\??\\D:\\dumps (LiveKernelReports, LiveKernelReportsPath). After a restart.", "type": "string", "minLength": 1, "maxLength": 1e3 }, "operationalChannel": { "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Operational is on. After a restart.", "type": "boolean" }, "analyticChannel": { "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Analytic is on. After a restart.", "type": "boolean" }, "eventSource": { "description": "Whether the source KernelTriage of the event log Application has its texts: those of EventCreate.exe.", "type": "boolean" }, "dumpFolder": { "description": "A folder for dumps on a local volume, D:\\dumps. It is made where it is missing; its parent folder must exist, and no part of the path may be a link.", "type": "string", "pattern": '^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$', "maxLength": 240 }, "dumpFolderAcl": { "description": "The access to the folder: Restricted is Administrators and SYSTEM alone, Inherit is that of the parent folder. A folder that is made is Restricted by default. Custom is reported for anything else, and cannot be set.", "enum": ["Restricted", "Inherit", "Custom"] }, "_inDesiredState": { "description": "Answered by test: whether every property that was given is as given.", "type": "boolean", "readOnly": true }, "_rebootRequested": { "description": "Answered by set and what-if: whether a changed setting counts only after a restart.", "type": "boolean", "readOnly": true } }, "dependentRequired": { "dumpFolderAcl": ["dumpFolder"] }, "additionalProperties": false };
const schema35 = { "title": "PropertyCase", "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.", "enum": ["camel", "pascal"], "default": "camel" };
const schema37 = { "title": "AdviceFor", "description": "The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.", "enum": ["executable", "module"], "default": "executable" };
const func1 = Object.prototype.hasOwnProperty;
const func2 = codePoints;
const pattern4 = new RegExp('^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$', "u");
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
      if (data.operation === void 0 && (missing0 = "operation")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.operation !== void 0) {
          let data0 = data.operation;
          const _errs1 = errors;
          if (!(data0 === "get" || data0 === "set" || data0 === "test" || data0 === "whatif" || data0 === "export")) {
            validate20.errors = [{ instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/enum", keyword: "enum", params: { allowedValues: schema31.properties.operation.enum }, message: "must be equal to one of the allowed values" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.instance !== void 0) {
            let data1 = data.instance;
            const _errs2 = errors;
            const _errs3 = errors;
            if (errors === _errs3) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                const _errs5 = errors;
                for (const key0 in data1) {
                  if (!func1.call(schema32.properties, key0)) {
                    validate20.errors = [{ instancePath: instancePath + "/instance", schemaPath: "dump-readiness.schema.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                    return false;
                    break;
                  }
                }
                if (_errs5 === errors) {
                  if (data1.crashDumpEnabled !== void 0) {
                    let data2 = data1.crashDumpEnabled;
                    const _errs6 = errors;
                    if (!(data2 === "None" || data2 === "Complete" || data2 === "Kernel" || data2 === "Small" || data2 === "Automatic")) {
                      validate20.errors = [{ instancePath: instancePath + "/instance/crashDumpEnabled", schemaPath: "dump-readiness.schema.json/properties/crashDumpEnabled/enum", keyword: "enum", params: { allowedValues: schema32.properties.crashDumpEnabled.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid2 = _errs6 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data1.alwaysKeepMemoryDump !== void 0) {
                      const _errs7 = errors;
                      if (typeof data1.alwaysKeepMemoryDump !== "boolean") {
                        validate20.errors = [{ instancePath: instancePath + "/instance/alwaysKeepMemoryDump", schemaPath: "dump-readiness.schema.json/properties/alwaysKeepMemoryDump/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid2 = _errs7 === errors;
                    } else {
                      var valid2 = true;
                    }
                    if (valid2) {
                      if (data1.dumpFile !== void 0) {
                        let data4 = data1.dumpFile;
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (typeof data4 === "string") {
                            if (func2(data4) > 1e3) {
                              validate20.errors = [{ instancePath: instancePath + "/instance/dumpFile", schemaPath: "dump-readiness.schema.json/properties/dumpFile/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                              return false;
                            } else {
                              if (func2(data4) < 1) {
                                validate20.errors = [{ instancePath: instancePath + "/instance/dumpFile", schemaPath: "dump-readiness.schema.json/properties/dumpFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/instance/dumpFile", schemaPath: "dump-readiness.schema.json/properties/dumpFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid2 = _errs9 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data1.minidumpDir !== void 0) {
                          let data5 = data1.minidumpDir;
                          const _errs11 = errors;
                          if (errors === _errs11) {
                            if (typeof data5 === "string") {
                              if (func2(data5) > 1e3) {
                                validate20.errors = [{ instancePath: instancePath + "/instance/minidumpDir", schemaPath: "dump-readiness.schema.json/properties/minidumpDir/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                                return false;
                              } else {
                                if (func2(data5) < 1) {
                                  validate20.errors = [{ instancePath: instancePath + "/instance/minidumpDir", schemaPath: "dump-readiness.schema.json/properties/minidumpDir/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/instance/minidumpDir", schemaPath: "dump-readiness.schema.json/properties/minidumpDir/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid2 = _errs11 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data1.fullLiveReportsMax !== void 0) {
                            let data6 = data1.fullLiveReportsMax;
                            const _errs13 = errors;
                            if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                              validate20.errors = [{ instancePath: instancePath + "/instance/fullLiveReportsMax", schemaPath: "dump-readiness.schema.json/properties/fullLiveReportsMax/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs13) {
                              if (typeof data6 == "number" && isFinite(data6)) {
                                if (data6 > 4294967295 || isNaN(data6)) {
                                  validate20.errors = [{ instancePath: instancePath + "/instance/fullLiveReportsMax", schemaPath: "dump-readiness.schema.json/properties/fullLiveReportsMax/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                  return false;
                                } else {
                                  if (data6 < 0 || isNaN(data6)) {
                                    validate20.errors = [{ instancePath: instancePath + "/instance/fullLiveReportsMax", schemaPath: "dump-readiness.schema.json/properties/fullLiveReportsMax/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                }
                              }
                            }
                            var valid2 = _errs13 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data1.systemThrottleThreshold !== void 0) {
                              let data7 = data1.systemThrottleThreshold;
                              const _errs15 = errors;
                              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                                validate20.errors = [{ instancePath: instancePath + "/instance/systemThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/systemThrottleThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                return false;
                              }
                              if (errors === _errs15) {
                                if (typeof data7 == "number" && isFinite(data7)) {
                                  if (data7 > 4294967295 || isNaN(data7)) {
                                    validate20.errors = [{ instancePath: instancePath + "/instance/systemThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/systemThrottleThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                    return false;
                                  } else {
                                    if (data7 < 0 || isNaN(data7)) {
                                      validate20.errors = [{ instancePath: instancePath + "/instance/systemThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/systemThrottleThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid2 = _errs15 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data1.componentThrottleThreshold !== void 0) {
                                let data8 = data1.componentThrottleThreshold;
                                const _errs17 = errors;
                                if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                                  validate20.errors = [{ instancePath: instancePath + "/instance/componentThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/componentThrottleThreshold/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs17) {
                                  if (typeof data8 == "number" && isFinite(data8)) {
                                    if (data8 > 4294967295 || isNaN(data8)) {
                                      validate20.errors = [{ instancePath: instancePath + "/instance/componentThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/componentThrottleThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" }];
                                      return false;
                                    } else {
                                      if (data8 < 0 || isNaN(data8)) {
                                        validate20.errors = [{ instancePath: instancePath + "/instance/componentThrottleThreshold", schemaPath: "dump-readiness.schema.json/properties/componentThrottleThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                }
                                var valid2 = _errs17 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data1.liveKernelReportsPath !== void 0) {
                                  let data9 = data1.liveKernelReportsPath;
                                  const _errs19 = errors;
                                  if (errors === _errs19) {
                                    if (typeof data9 === "string") {
                                      if (func2(data9) > 1e3) {
                                        validate20.errors = [{ instancePath: instancePath + "/instance/liveKernelReportsPath", schemaPath: "dump-readiness.schema.json/properties/liveKernelReportsPath/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" }];
                                        return false;
                                      } else {
                                        if (func2(data9) < 1) {
                                          validate20.errors = [{ instancePath: instancePath + "/instance/liveKernelReportsPath", schemaPath: "dump-readiness.schema.json/properties/liveKernelReportsPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate20.errors = [{ instancePath: instancePath + "/instance/liveKernelReportsPath", schemaPath: "dump-readiness.schema.json/properties/liveKernelReportsPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs19 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data1.operationalChannel !== void 0) {
                                    const _errs21 = errors;
                                    if (typeof data1.operationalChannel !== "boolean") {
                                      validate20.errors = [{ instancePath: instancePath + "/instance/operationalChannel", schemaPath: "dump-readiness.schema.json/properties/operationalChannel/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                      return false;
                                    }
                                    var valid2 = _errs21 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data1.analyticChannel !== void 0) {
                                      const _errs23 = errors;
                                      if (typeof data1.analyticChannel !== "boolean") {
                                        validate20.errors = [{ instancePath: instancePath + "/instance/analyticChannel", schemaPath: "dump-readiness.schema.json/properties/analyticChannel/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                        return false;
                                      }
                                      var valid2 = _errs23 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                    if (valid2) {
                                      if (data1.eventSource !== void 0) {
                                        const _errs25 = errors;
                                        if (typeof data1.eventSource !== "boolean") {
                                          validate20.errors = [{ instancePath: instancePath + "/instance/eventSource", schemaPath: "dump-readiness.schema.json/properties/eventSource/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                          return false;
                                        }
                                        var valid2 = _errs25 === errors;
                                      } else {
                                        var valid2 = true;
                                      }
                                      if (valid2) {
                                        if (data1.dumpFolder !== void 0) {
                                          let data13 = data1.dumpFolder;
                                          const _errs27 = errors;
                                          if (errors === _errs27) {
                                            if (typeof data13 === "string") {
                                              if (func2(data13) > 240) {
                                                validate20.errors = [{ instancePath: instancePath + "/instance/dumpFolder", schemaPath: "dump-readiness.schema.json/properties/dumpFolder/maxLength", keyword: "maxLength", params: { limit: 240 }, message: "must NOT have more than 240 characters" }];
                                                return false;
                                              } else {
                                                if (!pattern4.test(data13)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/instance/dumpFolder", schemaPath: "dump-readiness.schema.json/properties/dumpFolder/pattern", keyword: "pattern", params: { pattern: '^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$' }, message: 'must match pattern "^[A-Za-z]:(\\\\[^\\\\/:*?"<>|\\u0000-\\u001f]*[^\\\\/:*?"<>|\\u0000-\\u001f .])+$"' }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate20.errors = [{ instancePath: instancePath + "/instance/dumpFolder", schemaPath: "dump-readiness.schema.json/properties/dumpFolder/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid2 = _errs27 === errors;
                                        } else {
                                          var valid2 = true;
                                        }
                                        if (valid2) {
                                          if (data1.dumpFolderAcl !== void 0) {
                                            let data14 = data1.dumpFolderAcl;
                                            const _errs29 = errors;
                                            if (!(data14 === "Restricted" || data14 === "Inherit" || data14 === "Custom")) {
                                              validate20.errors = [{ instancePath: instancePath + "/instance/dumpFolderAcl", schemaPath: "dump-readiness.schema.json/properties/dumpFolderAcl/enum", keyword: "enum", params: { allowedValues: schema32.properties.dumpFolderAcl.enum }, message: "must be equal to one of the allowed values" }];
                                              return false;
                                            }
                                            var valid2 = _errs29 === errors;
                                          } else {
                                            var valid2 = true;
                                          }
                                          if (valid2) {
                                            if (data1._inDesiredState !== void 0) {
                                              const _errs30 = errors;
                                              if (typeof data1._inDesiredState !== "boolean") {
                                                validate20.errors = [{ instancePath: instancePath + "/instance/_inDesiredState", schemaPath: "dump-readiness.schema.json/properties/_inDesiredState/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                return false;
                                              }
                                              var valid2 = _errs30 === errors;
                                            } else {
                                              var valid2 = true;
                                            }
                                            if (valid2) {
                                              if (data1._rebootRequested !== void 0) {
                                                const _errs32 = errors;
                                                if (typeof data1._rebootRequested !== "boolean") {
                                                  validate20.errors = [{ instancePath: instancePath + "/instance/_rebootRequested", schemaPath: "dump-readiness.schema.json/properties/_rebootRequested/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                  return false;
                                                }
                                                var valid2 = _errs32 === errors;
                                              } else {
                                                var valid2 = true;
                                              }
                                              if (valid2) {
                                                let missing1;
                                                if (data1.dumpFolderAcl !== void 0 && (data1.dumpFolder === void 0 && (missing1 = "dumpFolder"))) {
                                                  validate20.errors = [{ instancePath: instancePath + "/instance", schemaPath: "dump-readiness.schema.json/dependentRequired", keyword: "dependentRequired", params: {
                                                    property: "dumpFolderAcl",
                                                    missingProperty: missing1,
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
                validate20.errors = [{ instancePath: instancePath + "/instance", schemaPath: "dump-readiness.schema.json/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.machine !== void 0) {
              let data17 = data.machine;
              const _errs34 = errors;
              const _errs35 = errors;
              if (errors === _errs35) {
                if (typeof data17 === "string") {
                  if (func2(data17) > 100) {
                    validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                    return false;
                  } else {
                    if (func2(data17) < 1) {
                      validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/machine", schemaPath: "common.schema.json#/$defs/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs34 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.propertyCase !== void 0) {
                let data18 = data.propertyCase;
                const _errs37 = errors;
                if (!(data18 === "camel" || data18 === "pascal")) {
                  validate20.errors = [{ instancePath: instancePath + "/propertyCase", schemaPath: "common.schema.json#/$defs/propertyCase/enum", keyword: "enum", params: { allowedValues: schema35.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid0 = _errs37 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.callerVersion !== void 0) {
                  let data19 = data.callerVersion;
                  const _errs39 = errors;
                  const _errs40 = errors;
                  if (errors === _errs40) {
                    if (typeof data19 === "string") {
                      if (func2(data19) > 100) {
                        validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                        return false;
                      } else {
                        if (func2(data19) < 1) {
                          validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [{ instancePath: instancePath + "/callerVersion", schemaPath: "common.schema.json#/$defs/callerVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs39 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.adviceFor !== void 0) {
                    let data20 = data.adviceFor;
                    const _errs42 = errors;
                    if (!(data20 === "executable" || data20 === "module")) {
                      validate20.errors = [{ instancePath: instancePath + "/adviceFor", schemaPath: "common.schema.json#/$defs/adviceFor/enum", keyword: "enum", params: { allowedValues: schema37.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid0 = _errs42 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.cancelOnEndOfInput !== void 0) {
                      const _errs44 = errors;
                      if (typeof data.cancelOnEndOfInput !== "boolean") {
                        validate20.errors = [{ instancePath: instancePath + "/cancelOnEndOfInput", schemaPath: "#/properties/cancelOnEndOfInput/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs44 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      for (const key1 in data) {
                        if (key1 !== "operation" && key1 !== "instance" && key1 !== "machine" && key1 !== "propertyCase" && key1 !== "callerVersion" && key1 !== "adviceFor" && key1 !== "cancelOnEndOfInput") {
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
  validateDscRequest
};
