using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace KernelTriage.PowerShellHost;

internal static class Program
{
    private static int Main(string[] args)
    {
        CommandLine commandLine;
        try
        {
            commandLine = CommandLine.Parse(args);
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine(error.Message);
            return 64;
        }

        // CreateDefault() needs the snap-ins of a full PowerShell; CreateDefault2() is the engine alone.
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows() && commandLine.ExecutionPolicy is { } policy)
        {
            state.ExecutionPolicy = policy;
        }

        SnapIns.Provide();
        if (commandLine.Server is { } server)
        {
            server.Run();
            return 0;
        }

        var host = new ConsoleHost();
        using var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        // Code of the script that asks for the default runspace gets the one it runs in, as in pwsh.
        Runspace.DefaultRunspace = runspace;
        return Run(host, runspace, commandLine.Script!);
    }

    private static int Run(ConsoleHost host, Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        // Errors are drawn between the output, in order, as at a prompt.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        Console.CancelKeyPress += (_, signal) =>
        {
            signal.Cancel = true;
            shell.BeginStop(null, null);
        };
        try
        {
            shell.Invoke();
        }
        catch (PipelineStoppedException)
        {
            return 130;
        }
        catch (RuntimeException error)
        {
            host.UI.WriteErrorLine(error.ErrorRecord.ToString());
            return 1;
        }
        // `exit` at the top of the text reaches the host; in a script file it only sets $LASTEXITCODE.
        return host.ExitCode ?? runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? 0;
    }
}
