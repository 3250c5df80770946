using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.PowerShell;

namespace KernelTriage.PowerShellHost;

/// <summary>The part of pwsh's own command line that tests use, so that one argument list serves every PowerShell.</summary>
/// <param name="Script">What to run; null where only a server is asked for.</param>
/// <param name="Server">Set when another PowerShell talks to this one over its standard streams.</param>
internal sealed record CommandLine(string? Script, ExecutionPolicy? ExecutionPolicy, RemotingServer? Server)
{
    public static CommandLine Parse(string[] args)
    {
        ExecutionPolicy? policy = null;
        RemotingServer? server = null;
        string? script = null;
        string? workingDirectory = null;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index].ToLowerInvariant())
            {
                case "-noprofile" or "-noninteractive" or "-nologo":
                    break;
                case "-executionpolicy":
                    policy = Enum.Parse<ExecutionPolicy>(Next(args, ref index), ignoreCase: true);
                    break;
                case "-s" or "-servermode":
                    server = new RemotingServer(ErrorsOnOutput: false);
                    break;
                // ssh has one stream for what its subsystem answers.
                case "-sshs" or "-sshservermode":
                    server = new RemotingServer(ErrorsOnOutput: true);
                    break;
                case "-wd" or "-workingdirectory":
                    workingDirectory = Next(args, ref index);
                    break;
                case "-encodedcommand":
                    script = Encoding.Unicode.GetString(Convert.FromBase64String(Next(args, ref index)));
                    break;
                case "-command":
                    return new CommandLine(string.Join(' ', args.Skip(index + 1)), policy, null);
                case "-file":
                    var file = Path.GetFullPath(Next(args, ref index));
                    return new CommandLine(Invocation(file, args.AsSpan(index + 1)), policy, null);
                default:
                    throw new ArgumentException($"The argument '{args[index]}' is not one that this host knows.");
            }
        }
        if (script is null && server is null)
        {
            throw new ArgumentException("Usage: PowerShellHost [-NoProfile] [-NonInteractive] [-ExecutionPolicy <policy>] (-File <path> [<argument>...] | -Command <text> | -EncodedCommand <base64> | -s | -sshs)");
        }
        return new CommandLine(script, policy, server is null ? null : server with { InitialCommand = script, WorkingDirectory = workingDirectory });
    }

    private static string Next(string[] args, ref int index) =>
        ++index < args.Length ? args[index] : throw new ArgumentException($"{args[index - 1]} needs a value.");

    /// <summary>As pwsh does with -File: what looks like a parameter name is one, everything else is literal text.</summary>
    private static string Invocation(string file, ReadOnlySpan<string> arguments)
    {
        var text = "& " + Quote(file);
        foreach (var argument in arguments)
        {
            text += " " + (Regex.IsMatch(argument, @"^-[A-Za-z]\w*(:(\$true|\$false)?)?$") ? argument : Quote(argument));
        }
        return text;
    }

    private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";
}
