using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

// C# 5, the newest that Add-Type of Windows PowerShell compiles.
namespace KernelTriage.Testing
{
    /// <summary>A question that a script asked the user.</summary>
    public sealed class Question
    {
        public string Message { get; set; }
        public string[] Choices { get; set; }
    }

    /// <summary>
    /// A host that keeps what is drawn, and answers choices from a list. Without a list it is not interactive; a question
    /// beyond the end of the list fails.
    /// </summary>
    public sealed class RecordingHost : PSHost
    {
        private readonly RecordingUserInterface _ui;
        private readonly Guid _id = Guid.NewGuid();

        public RecordingHost(string[] answers) { _ui = new RecordingUserInterface(answers); }

        /// <summary>The text that was drawn, lines ended by LF.</summary>
        public string Text { get { return _ui.Text.ToString(); } }
        /// <summary>The lines that the engine drew as errors.</summary>
        public string ErrorText { get { return _ui.ErrorText.ToString(); } }
        public ReadOnlyCollection<Question> Questions { get { return _ui.Questions.AsReadOnly(); } }
        /// <summary>Forgets what was drawn and asked.</summary>
        public void Clear() { _ui.Text.Clear(); _ui.ErrorText.Clear(); _ui.Questions.Clear(); }
        /// <summary>Where text and errors are written as well, as they come; null for nowhere.</summary>
        public TextWriter Echo { get { return _ui.Echo; } set { _ui.Echo = value; } }

        public override string Name { get { return "KernelTriage recording host"; } }
        public override Version Version { get { return new Version(1, 0); } }
        public override Guid InstanceId { get { return _id; } }
        public override CultureInfo CurrentCulture { get { return CultureInfo.CurrentCulture; } }
        public override CultureInfo CurrentUICulture { get { return CultureInfo.CurrentUICulture; } }
        public override PSHostUserInterface UI { get { return _ui; } }
        public override void SetShouldExit(int exitCode) { }
        public override void NotifyBeginApplication() { }
        public override void NotifyEndApplication() { }
        public override void EnterNestedPrompt() { throw new NotSupportedException("This host has no prompt."); }
        public override void ExitNestedPrompt() { throw new NotSupportedException("This host has no prompt."); }
    }

    internal sealed class RecordingUserInterface : PSHostUserInterface
    {
        private readonly Queue<string> _answers;
        private readonly FixedWindow _window = new FixedWindow();
        public readonly StringBuilder Text = new StringBuilder();
        public readonly StringBuilder ErrorText = new StringBuilder();
        public readonly List<Question> Questions = new List<Question>();

        public RecordingUserInterface(string[] answers) { _answers = answers == null ? null : new Queue<string>(answers); }

        public override PSHostRawUserInterface RawUI { get { return _window; } }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            if (_answers == null) throw NotInteractive();
            var labels = new List<string>();
            foreach (var choice in choices) labels.Add(choice.Label.Replace("&", ""));
            Questions.Add(new Question { Message = message, Choices = labels.ToArray() });
            if (_answers.Count == 0) throw new InvalidOperationException("Nobody answers this question: " + message);
            var answer = _answers.Dequeue();
            var index = labels.IndexOf(answer);
            if (index < 0) throw new InvalidOperationException("'" + answer + "' is none of the choices " + string.Join(", ", labels));
            return index;
        }

        public TextWriter Echo { get; set; }
        private void Add(StringBuilder text, string value)
        {
            lock (text) text.Append(value.Replace("\r\n", "\n"));
            if (Echo != null) Echo.Write(value);
        }
        public override void Write(string value) { Add(Text, value); }
        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) { Add(Text, value); }
        public override void WriteLine(string value) { Add(Text, value + "\n"); }
        public override void WriteErrorLine(string value) { Add(ErrorText, value + "\n"); }
        public override void WriteDebugLine(string message) { Add(Text, "DEBUG: " + message + "\n"); }
        public override void WriteVerboseLine(string message) { Add(Text, "VERBOSE: " + message + "\n"); }
        public override void WriteWarningLine(string message) { Add(Text, "WARNING: " + message + "\n"); }
        public override void WriteProgress(long sourceId, ProgressRecord record) { }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) { throw NotInteractive(); }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { throw NotInteractive(); }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) { throw NotInteractive(); }
        public override string ReadLine() { throw NotInteractive(); }
        public override SecureString ReadLineAsSecureString() { throw NotInteractive(); }

        private static InvalidOperationException NotInteractive() { return new InvalidOperationException("This host is not interactive: it cannot ask."); }
    }

    /// <summary>A window of 120 columns: views are laid out for its width.</summary>
    internal sealed class FixedWindow : PSHostRawUserInterface
    {
        private Size _size = new Size(120, 50);
        public override Size BufferSize { get { return _size; } set { _size = value; } }
        public override Size WindowSize { get { return _size; } set { _size = value; } }
        public override Size MaxWindowSize { get { return _size; } }
        public override Size MaxPhysicalWindowSize { get { return _size; } }
        public override Coordinates CursorPosition { get; set; }
        public override Coordinates WindowPosition { get; set; }
        public override int CursorSize { get; set; }
        public override ConsoleColor ForegroundColor { get; set; }
        public override ConsoleColor BackgroundColor { get; set; }
        public override string WindowTitle { get; set; }
        public override bool KeyAvailable { get { return false; } }
        public override void FlushInputBuffer() { }
        public override KeyInfo ReadKey(ReadKeyOptions options) { throw new NotSupportedException(); }
        public override BufferCell[,] GetBufferContents(Rectangle rectangle) { throw new NotSupportedException(); }
        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { throw new NotSupportedException(); }
        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { throw new NotSupportedException(); }
        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { throw new NotSupportedException(); }
    }
}
