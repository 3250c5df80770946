using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using KernelTriage.Testing;
using Microsoft.PowerShell;

// The console host of pwsh.exe needs a console, which Wine 8 does not give a program whose streams are pipes. Sessions for
// jobs need none. Other command lines end in a file or an encoded command, which runs in an engine of this process.
if (args.Any(argument => argument is "-s" or "-sshs")) return ConsoleShell.Start("", "", args);

var file = Array.IndexOf(args, "-File");
var text = file >= 0
    ? "& '" + args[file + 1].Replace("'", "''") + "' " + string.Join(' ', args[(file + 2)..].Select(argument => argument.StartsWith('-') ? argument : "'" + argument.Replace("'", "''") + "'"))
    : Encoding.Unicode.GetString(Convert.FromBase64String(args[Array.IndexOf(args, "-EncodedCommand") + 1]));
var state = InitialSessionState.CreateDefault();
state.ExecutionPolicy = ExecutionPolicy.Bypass;
var host = new RecordingHost(null) { Echo = Console.Out };
using var runspace = RunspaceFactory.CreateRunspace(host, state);
runspace.Open();
Runspace.DefaultRunspace = runspace;
using var shell = PowerShell.Create(runspace);
try
{
    shell.AddScript(text).AddCommand("Out-Default").Invoke();
    return runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? (shell.HadErrors ? 1 : 0);
}
catch (RuntimeException error)
{
    Console.Error.WriteLine(error.ErrorRecord + "\n" + error.ErrorRecord.ScriptStackTrace);
    return 1;
}
