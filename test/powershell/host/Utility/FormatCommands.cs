using System;
using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace KernelTriage.PowerShellHost.Utility;

// The engine package holds the whole formatting machinery and the public base classes of these cmdlets; only the
// assignment that picks a shape lives in the package that is not to be had, and it is internal.

[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    public FormatTableCommand() => FormatShapes.Assign(this, "Table");
}

[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    public FormatListCommand() => FormatShapes.Assign(this, "List");
}

internal static class FormatShapes
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly Engine = typeof(PSObject).Assembly;

    public static void Assign(FrontEndCommandBase command, string shape)
    {
        var shapes = Find("FormatShape");
        var arguments = new[] { Enum.Parse(shapes, shape) };
        var inner = Activator.CreateInstance(Find("InnerFormatShapeCommand"), Instance, null, arguments, null);
        var field = typeof(FrontEndCommandBase).GetField("implementation", Instance)
            ?? throw new MissingFieldException(nameof(FrontEndCommandBase), "implementation");
        field.SetValue(command, inner);
    }

    private static Type Find(string name) =>
        Engine.GetType("Microsoft.PowerShell.Commands.Internal.Format." + name, throwOnError: true)!;
}
