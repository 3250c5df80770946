using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

// C# 5, which is what Add-Type of Windows PowerShell compiles: driver.ps1 gives it this file where no engine host has it.
namespace KernelTriage.PowerShellHost
{
    /// <summary>A question that a script put to the person at the console.</summary>
    public sealed class Question
    {
        public string Caption { get; set; }
        public string Message { get; set; }
        public string[] Choices { get; set; }

        public Question(string caption, string message, string[] choices)
        {
            Caption = caption;
            Message = message;
            Choices = choices;
        }
    }

    /// <summary>
    /// Another host with a person in front of it: choices are made by a list of answers, and what was asked is kept. A
    /// question too many fails like one that nobody can answer.
    /// </summary>
    public sealed class AnsweringHost : PSHost
    {
        private readonly PSHost _inner;
        private readonly AnsweringUserInterface _ui;
        private readonly Guid _id = Guid.NewGuid();

        public AnsweringHost(PSHost inner, string[] answers)
        {
            _inner = inner;
            _ui = new AnsweringUserInterface(inner.UI, answers);
        }

        /// <summary>What has been asked so far.</summary>
        public ReadOnlyCollection<Question> Questions { get { return _ui.Questions; } }

        public override string Name { get { return "KernelTriage answering host"; } }
        public override Version Version { get { return new Version(1, 0); } }
        public override Guid InstanceId { get { return _id; } }
        public override CultureInfo CurrentCulture { get { return _inner.CurrentCulture; } }
        public override CultureInfo CurrentUICulture { get { return _inner.CurrentUICulture; } }
        public override PSHostUserInterface UI { get { return _ui; } }

        public override void SetShouldExit(int exitCode) { _inner.SetShouldExit(exitCode); }
        public override void NotifyBeginApplication() { _inner.NotifyBeginApplication(); }
        public override void NotifyEndApplication() { _inner.NotifyEndApplication(); }
        public override void EnterNestedPrompt() { throw new NotSupportedException("This host has no prompt."); }
        public override void ExitNestedPrompt() { throw new NotSupportedException("This host has no prompt."); }
    }

    internal sealed class AnsweringUserInterface : PSHostUserInterface
    {
        private readonly PSHostUserInterface _inner;
        private readonly Queue<string> _answers;
        private readonly List<Question> _questions = new List<Question>();

        public AnsweringUserInterface(PSHostUserInterface inner, string[] answers)
        {
            _inner = inner;
            _answers = new Queue<string>(answers);
        }

        public ReadOnlyCollection<Question> Questions { get { return _questions.AsReadOnly(); } }

        public override PSHostRawUserInterface RawUI { get { return _inner.RawUI; } }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            var labels = new List<string>();
            foreach (var choice in choices)
            {
                labels.Add(choice.Label.Replace("&", ""));
            }
            _questions.Add(new Question(caption, message, labels.ToArray()));
            if (_answers.Count == 0)
            {
                throw new InvalidOperationException("Nobody answers this question: " + message);
            }
            var answer = _answers.Dequeue();
            var index = labels.IndexOf(answer);
            if (index < 0)
            {
                throw new InvalidOperationException("'" + answer + "' is none of the choices " + string.Join(", ", labels));
            }
            return index;
        }

        public override void Write(string value) { _inner.Write(value); }
        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) { _inner.Write(foregroundColor, backgroundColor, value); }
        public override void WriteLine(string value) { _inner.WriteLine(value); }
        public override void WriteErrorLine(string value) { _inner.WriteErrorLine(value); }
        public override void WriteDebugLine(string message) { _inner.WriteDebugLine(message); }
        public override void WriteVerboseLine(string message) { _inner.WriteVerboseLine(message); }
        public override void WriteWarningLine(string message) { _inner.WriteWarningLine(message); }
        public override void WriteProgress(long sourceId, ProgressRecord record) { _inner.WriteProgress(sourceId, record); }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) { throw ChoicesOnly(); }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { throw ChoicesOnly(); }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) { throw ChoicesOnly(); }
        public override string ReadLine() { throw ChoicesOnly(); }
        public override SecureString ReadLineAsSecureString() { throw ChoicesOnly(); }

        private static NotSupportedException ChoicesOnly()
        {
            return new NotSupportedException("This host answers choices and nothing else.");
        }
    }
}
