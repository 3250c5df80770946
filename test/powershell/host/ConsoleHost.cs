using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace KernelTriage.PowerShellHost;

internal sealed class ConsoleHost : PSHost
{
    public override string Name => "KernelTriage PowerShell host";
    public override Version Version { get; } = new(1, 0);
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;
    public override PSHostUserInterface UI { get; } = new ConsoleUserInterface();

    /// <summary>What `exit` asked for; null while nothing did.</summary>
    public int? ExitCode { get; private set; }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    // A native program that runs in the foreground needs nothing from this console, and there is no prompt to nest.
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no prompt.");
    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no prompt.");
}
