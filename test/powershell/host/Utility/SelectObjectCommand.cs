using System;
using System.Management.Automation;

namespace KernelTriage.PowerShellHost.Utility;

/// <summary>
/// Select-Object with -First alone, because how a pipeline ends early is what modules get wrong: it ends here exactly
/// as in the real cmdlet, by the engine's own exception.
/// </summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private int _seen;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public int First { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        if (++_seen >= First)
        {
            var type = typeof(PSObject).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
            throw (Exception)Activator.CreateInstance(type, this)!;
        }
    }
}
