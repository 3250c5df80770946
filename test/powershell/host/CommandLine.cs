using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.PowerShell;

namespace KernelTriage.PowerShellHost;

/// <summary>The part of pwsh's own command line that tests use, so that one argument list serves every PowerShell.</summary>
internal sealed record CommandLine(string Script, ExecutionPolicy? ExecutionPolicy)
{
    public static CommandLine Parse(string[] args)
    {
        ExecutionPolicy? policy = null;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index].ToLowerInvariant())
            {
                case "-noprofile" or "-noninteractive" or "-nologo":
                    break;
                case "-executionpolicy":
                    policy = Enum.Parse<ExecutionPolicy>(Next(args, ref index), ignoreCase: true);
                    break;
                case "-command":
                    return new CommandLine(string.Join(' ', args.Skip(index + 1)), policy);
                case "-file":
                    var file = Path.GetFullPath(Next(args, ref index));
                    return new CommandLine(Invocation(file, args.AsSpan(index + 1)), policy);
                default:
                    throw new ArgumentException($"The argument '{args[index]}' is not one that this host knows.");
            }
        }
        throw new ArgumentException("Usage: PowerShellHost [-NoProfile] [-NonInteractive] [-ExecutionPolicy <policy>] (-File <path> [<argument>...] | -Command <text>)");
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
