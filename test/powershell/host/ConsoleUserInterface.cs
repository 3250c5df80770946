using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace KernelTriage.PowerShellHost;

/// <summary>
/// Draws what the engine's Out-Default lays out. It asks nothing: as in `pwsh -NonInteractive`, every prompt is an error.
/// Where a test has answers, an AnsweringHost stands before it.
/// </summary>
internal sealed class ConsoleUserInterface : PSHostUserInterface
{
    private readonly bool _color = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    private bool _progressShown;

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleRawUserInterface();
    public override bool SupportsVirtualTerminal => _color;

    public override void Write(string value)
    {
        ClearProgress();
        // The engine puts escape sequences into tables whatever the host supports.
        Console.Out.Write(GetOutputString(value, _color));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);
    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value)
    {
        ClearProgress();
        Console.Out.Flush();
        Console.Error.WriteLine(GetOutputString(value, _color && !Console.IsErrorRedirected));
    }

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);
    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);
    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    /// <summary>One line at the bottom of a terminal; a file or a pipe gets no progress, as with pwsh.</summary>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (!_color || Console.IsErrorRedirected)
        {
            return;
        }
        ClearProgress();
        if (record.RecordType == ProgressRecordType.Processing)
        {
            var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete} %" : "";
            var line = $"{record.Activity}: {record.StatusDescription}{percent}";
            Console.Error.Write(line.Length < RawUI.BufferSize.Width ? line : line[..(RawUI.BufferSize.Width - 1)]);
            _progressShown = true;
        }
    }

    private void ClearProgress()
    {
        if (_progressShown)
        {
            Console.Error.Write("\r\u001b[K");
            _progressShown = false;
        }
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw NonInteractive();
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw NonInteractive();
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw NonInteractive();
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw NonInteractive();
    public override string ReadLine() => throw NonInteractive();
    public override SecureString ReadLineAsSecureString() => throw NonInteractive();

    private static PSInvalidOperationException NonInteractive() => new("This host is not interactive: it cannot ask.");
}
