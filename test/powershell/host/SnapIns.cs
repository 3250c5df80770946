using System;
using System.Linq;
using System.Reflection;

namespace KernelTriage.PowerShellHost;

/// <summary>
/// A session of restricted users (JEA) begins with every snap-in of a full PowerShell, all of them hidden. The engine asks for
/// their assemblies by name and has none: what this host has of their commands answers as Microsoft.PowerShell.Utility,
/// and the others are empty.
/// </summary>
internal static class SnapIns
{
    private static readonly string[] Empty =
    [
        "Microsoft.PowerShell.ConsoleHost",
        "Microsoft.PowerShell.Commands.Management",
        "Microsoft.PowerShell.Security",
        "Microsoft.PowerShell.Commands.Diagnostics",
        "Microsoft.WSMan.Management",
    ];

    public static void Provide() => AppDomain.CurrentDomain.AssemblyResolve += (_, request) => new AssemblyName(request.Name).Name switch
    {
        "Microsoft.PowerShell.Commands.Utility" => typeof(SnapIns).Assembly,
        // Any assembly without commands will do.
        { } name when Empty.Contains(name) => typeof(Enumerable).Assembly,
        _ => null,
    };
}
