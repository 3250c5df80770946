using System;
using System.Management.Automation;

namespace KernelTriage.PowerShellHost.Utility;

// A restricted session (JEA) has these two as well, which the engine wraps when it makes one. The module of this name does not
// export them: whoever calls one is told.

[Cmdlet(VerbsCommon.Get, "FormatData")]
public sealed class GetFormatDataCommand : PSCmdlet
{
    protected override void BeginProcessing() => throw new NotSupportedException("This host has no Get-FormatData.");
}

[Cmdlet(VerbsDiagnostic.Measure, "Object")]
public sealed class MeasureObjectCommand : PSCmdlet
{
    protected override void BeginProcessing() => throw new NotSupportedException("This host has no Measure-Object.");
}
