using System;
using System.Management.Automation;
using System.Reflection;

namespace KernelTriage.PowerShellHost;

/// <summary>
/// Serves sessions of PowerShell's remoting protocol over the standard streams, which is how a background job and a session
/// over ssh reach another process. The engine holds all of it; what pwsh calls for it is internal.
/// </summary>
internal sealed record RemotingServer(bool ErrorsOnOutput)
{
    public string? InitialCommand { get; init; }
    public string? WorkingDirectory { get; init; }

    /// <summary>Returns when the other side has gone, or does not: the engine may end the process itself.</summary>
    public void Run()
    {
        var mediator = typeof(PSObject).Assembly.GetType("System.Management.Automation.Remoting.Server.StdIOProcessMediator", throwOnError: true)!;
        var run = mediator.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(mediator.FullName, "Run");
        // Given to the engine it would call Set-Location, which the engine alone has not.
        Environment.CurrentDirectory = WorkingDirectory ?? Environment.CurrentDirectory;
        const string? workingDirectory = null;
        const string? configurationName = null;
        const string? configurationFile = null;
        run.Invoke(null, [InitialCommand, workingDirectory, configurationName, configurationFile, ErrorsOnOutput]);
    }
}
