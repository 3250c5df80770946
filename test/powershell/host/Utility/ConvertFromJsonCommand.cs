using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;

namespace KernelTriage.PowerShellHost.Utility;

/// <summary>
/// Does what ConvertFrom-Json of PowerShell 7.6 does with the JSON that a program emits: its types, its handling of
/// dates and of keys, its enumeration of arrays, its errors. -AsHashtable and -DateKind, which 5.1 does not have, are
/// left out so that nothing here comes to lean on them.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly List<string> _texts = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Depth { get; set; } = 1024;

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => _texts.Add(InputObject);

    protected override void EndProcessing()
    {
        if (_texts.Count == 0)
        {
            return;
        }
        // Several strings are either lines of one document or a document each.
        if (_texts.Count > 1 && IsDocument(_texts[0]))
        {
            _texts.ForEach(Convert);
        }
        else
        {
            Convert(string.Join(Environment.NewLine, _texts));
        }
    }

    private bool IsDocument(string text)
    {
        try
        {
            Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private JsonDocument Parse(string text) => JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Depth });

    private void Convert(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }
        try
        {
            using var document = Parse(text);
            WriteObject(ToValue(document.RootElement), enumerateCollection: !NoEnumerate);
        }
        catch (JsonException error)
        {
            var wrapped = new ArgumentException("Conversion from JSON failed with error: " + error.Message, error);
            ThrowTerminatingError(new ErrorRecord(wrapped, wrapped.GetType().FullName, ErrorCategory.NotSpecified, null));
        }
    }

    private object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToObject(element),
        JsonValueKind.Array => ToArray(element),
        JsonValueKind.String => ToTextOrDate(element.GetString() ?? ""),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private PSObject ToObject(JsonElement element)
    {
        var result = new PSObject();
        foreach (var member in element.EnumerateObject())
        {
            var name = member.Name;
            if (name.Length == 0)
            {
                Refuse("EmptyKeyInJsonString", "The provided JSON includes a property whose name is an empty string.");
            }
            if (name.Equals("psobject", StringComparison.OrdinalIgnoreCase))
            {
                Refuse("InvalidOperation", "A property cannot be named 'psobject'.");
            }
            if (result.Properties[name] is { } earlier)
            {
                if (!string.Equals(earlier.Name, name, StringComparison.Ordinal))
                {
                    Refuse("KeysWithDifferentCasingInJsonString", $"The JSON string contains the keys '{earlier.Name}' and '{name}', which differ in casing only.");
                }
                result.Properties.Remove(name);
            }
            result.Properties.Add(new PSNoteProperty(name, ToValue(member.Value)), preValidated: true);
        }
        return result;
    }

    private void Refuse(string id, string message) =>
        ThrowTerminatingError(new ErrorRecord(new InvalidOperationException(message), id, ErrorCategory.InvalidOperation, null));

    private object?[] ToArray(JsonElement element)
    {
        var result = new object?[element.GetArrayLength()];
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            result[index++] = ToValue(item);
        }
        return result;
    }

    private static object ToNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var small))
        {
            return small;
        }
        var text = element.GetRawText();
        return BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)
            ? large
            : element.GetDouble();
    }

    /// <summary>An ISO 8601 date with a time becomes a DateTime; a date alone stays text.</summary>
    private static object ToTextOrDate(string text) =>
        text.Length >= 19 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':'
        && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? moment
            : text;
}
