# Runs one test script in a runspace of its own and writes what happened, as JSON lines, to a file. Engine features
# only, so that Windows PowerShell 5.1, PowerShell 7 both run it; engines.ts starts it.
[CmdletBinding(PositionalBinding = $false)]
param(
    # The file whose text is run.
    [Parameter(Mandatory = $true)] [string] $Script,
    # A file whose text runs first, with nothing observed and before the language is constrained.
    [string] $Setup,
    # Where the JSON lines go.
    [Parameter(Mandatory = $true)] [string] $Events,
    # Draws the output on standard output, as a prompt would, instead of writing it as events.
    [switch] $Render,
    # Stops the script, as Ctrl+C does, after this many milliseconds ...
    [int] $StopAfter = -1,
    # ... or as soon as this stream has something.
    [ValidateSet('', 'output', 'progress')] [string] $StopAtFirst = '',
    [ValidateSet('FullLanguage', 'ConstrainedLanguage')] [string] $Language = 'FullLanguage'
)

$ErrorActionPreference = 'Stop'
$maximumDepth = 5
# Standard output is read as UTF-8, and 5.1 writes it in the code page of the console. Without a console there is none to
# set, and .NET throws; standard error is compared by tests, so that is said to a debugger alone.
try { [System.Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false) }
catch [System.IO.IOException] { [System.Diagnostics.Debug]::WriteLine($_.Exception.Message) }

function ConvertTo-JsonText([object] $Value, [int] $Depth) {
    # 5.1 and the engine alone have no common JSON writer.
    if ($null -eq $Value) { return 'null' }
    $raw = $Value
    if ($raw -is [System.Management.Automation.PSObject]) { $raw = $raw.PSObject.BaseObject }
    if ($raw -is [bool]) { if ($raw) { return 'true' } else { return 'false' } }
    if ($raw -is [enum]) { return ConvertTo-JsonString $raw.ToString() }
    if ($raw -is [int] -or $raw -is [byte] -or $raw -is [int16] -or $raw -is [uint16] -or $raw -is [uint32]) {
        return $raw.ToString([cultureinfo]::InvariantCulture)
    }
    if (($raw -is [long] -or $raw -is [uint64]) -and [Math]::Abs([decimal] $raw) -lt 9007199254740992) {
        return $raw.ToString([cultureinfo]::InvariantCulture)
    }
    if ($raw -is [double] -and -not [double]::IsNaN($raw) -and -not [double]::IsInfinity($raw)) {
        return $raw.ToString('R', [cultureinfo]::InvariantCulture)
    }
    # What 5.1 makes of a fraction in JSON. Zeros at the end, which a decimal keeps, are nothing to JSON.
    if ($raw -is [decimal]) { return $raw.ToString([cultureinfo]::InvariantCulture) }
    if ($raw -is [datetime] -or $raw -is [System.DateTimeOffset]) {
        return ConvertTo-JsonString $raw.ToString('o', [cultureinfo]::InvariantCulture)
    }
    if ($raw -is [System.Collections.IDictionary]) {
        if ($Depth -ge $maximumDepth) { return '"..."' }
        $members = foreach ($key in $raw.Keys) {
            (ConvertTo-JsonString "$key") + ':' + (ConvertTo-JsonText $raw[$key] ($Depth + 1))
        }
        return '{' + ($members -join ',') + '}'
    }
    if ($raw -is [System.Collections.IEnumerable] -and $raw -isnot [string]) {
        if ($Depth -ge $maximumDepth) { return '"..."' }
        $items = foreach ($item in $raw) { ConvertTo-JsonText $item ($Depth + 1) }
        return '[' + ($items -join ',') + ']'
    }
    if ($raw -is [System.Management.Automation.PSCustomObject]) {
        return ConvertTo-JsonText (Get-PropertyTable $Value) $Depth
    }
    return ConvertTo-JsonString ([string] $raw)
}

function Get-PropertyTable([object] $Value) {
    $table = [ordered] @{}
    foreach ($property in $Value.PSObject.Properties) {
        # A getter that throws is an observation too.
        try { $table[$property.Name] = $property.Value }
        catch { $table[$property.Name] = "<$($_.Exception.Message)>" }
    }
    return $table
}

function ConvertTo-JsonString([string] $Text) {
    # Most texts need no care, and a loop over their characters would take most of a test's time.
    if ($Text -cnotmatch '[^\x20\x21\x23-\x5b\x5d-\x7e]') { return '"' + $Text + '"' }
    $builder = [System.Text.StringBuilder]::new('"', $Text.Length + 2)
    foreach ($character in $Text.ToCharArray()) {
        $code = [int] $character
        if ($code -lt 32 -or $code -gt 126 -or $code -eq 34 -or $code -eq 92) {
            [void] $builder.Append('\u').Append($code.ToString('x4'))
        }
        else { [void] $builder.Append($character) }
    }
    return $builder.Append('"').ToString()
}

function Get-PropertyTypeName([object] $Value) {
    $types = @{}
    foreach ($property in $Value.PSObject.Properties) {
        try { if ($null -ne $property.Value) { $types[$property.Name] = $property.Value.GetType().FullName } }
        catch { $types[$property.Name] = '<error>' }
    }
    return $types
}

function ConvertTo-ErrorEvent([System.Management.Automation.ErrorRecord] $Record) {
    return @{
        event = 'error'
        id = $Record.FullyQualifiedErrorId
        category = $Record.CategoryInfo.Category
        message = $Record.ToString()
        target = $Record.TargetObject
        targetType = if ($null -ne $Record.TargetObject) { $Record.TargetObject.GetType().FullName }
        exception = $Record.Exception.GetType().FullName
        advice = if ($Record.ErrorDetails) { $Record.ErrorDetails.RecommendedAction }
        position = $Record.InvocationInfo.PositionMessage
    }
}

$writer = [System.IO.StreamWriter]::new($Events, $false, [System.Text.UTF8Encoding]::new($false))
$clock = [System.Diagnostics.Stopwatch]::StartNew()

function Write-Event([hashtable] $Fact) {
    $Fact['at'] = $clock.ElapsedMilliseconds
    $writer.WriteLine((ConvertTo-JsonText $Fact 0))
}

$runspace = [runspacefactory]::CreateRunspace($Host, [initialsessionstate]::CreateDefault2())
$shell = [powershell]::Create()
try {
    $runspace.Open()
    $shell.Runspace = $runspace
    if ($Setup) {
        [void] $shell.AddScript([System.IO.File]::ReadAllText($Setup)).Invoke()
        foreach ($record in $shell.Streams.Error) { throw "setup: $record" }
        $shell.Commands.Clear()
        $shell.Streams.ClearStreams()
    }
    $runspace.SessionStateProxy.LanguageMode = $Language

    [void] $shell.AddScript([System.IO.File]::ReadAllText($Script))
    if ($Render) {
        $merge = [System.Management.Automation.Runspaces.PipelineResultTypes]
        $shell.Commands.Commands[0].MergeMyResults($merge::Error, $merge::Output)
        [void] $shell.AddCommand('Out-Default')
    }
    $nothing = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $nothing.Complete()
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $streams = $shell.Streams
    $seen = @{ output = 0; error = 0; warning = 0; verbose = 0; information = 0; progress = 0 }

    function Write-NewEvent {
        while ($seen.output -lt $output.Count) {
            $item = $output[$seen.output++]
            if ($null -eq $item) { Write-Event @{ event = 'output'; value = $null }; continue }
            $fact = @{ event = 'output'; typeNames = @($item.PSObject.TypeNames) }
            $base = $item.PSObject.BaseObject
            if ($base -is [string] -or $base -is [valuetype]) { $fact['value'] = $base }
            else {
                $fact['properties'] = Get-PropertyTable $item
                $fact['propertyTypes'] = Get-PropertyTypeName $item
            }
            Write-Event $fact
        }
        while ($seen.error -lt $streams.Error.Count) { Write-Event (ConvertTo-ErrorEvent $streams.Error[$seen.error++]) }
        foreach ($name in 'warning', 'verbose', 'information') {
            while ($seen[$name] -lt $streams.$name.Count) {
                Write-Event @{ event = $name; message = "$($streams.$name[$seen[$name]++])" }
            }
        }
        while ($seen.progress -lt $streams.Progress.Count) {
            $record = $streams.Progress[$seen.progress++]
            # The engine reports its own module loading here too.
            Write-Event @{
                event = 'progress'; id = $record.ActivityId; activity = $record.Activity
                status = $record.StatusDescription; percent = $record.PercentComplete; type = $record.RecordType
            }
        }
    }

    $clock.Restart()
    $running = $shell.BeginInvoke($nothing, $output)
    $stopping = $false
    while (-not $running.AsyncWaitHandle.WaitOne(10)) {
        # First this: writing what has come takes longer than it takes the script to bring more.
        $due = $StopAfter -ge 0 -and $clock.ElapsedMilliseconds -ge $StopAfter
        $come = ($StopAtFirst -eq 'output' -and $output.Count -gt 0) -or
            ($StopAtFirst -eq 'progress' -and $streams.Progress.Count -gt 0)
        if (($due -or $come) -and -not $stopping) {
            $stopping = $true
            Write-Event @{ event = 'stop' }
            # Returns when the script has stopped, its finally blocks included.
            $shell.Stop()
        }
        Write-NewEvent
    }
    $ended = $clock.ElapsedMilliseconds
    try { [void] $shell.EndInvoke($running) }
    catch [System.Management.Automation.PipelineStoppedException] { $stopping = $true }
    catch [System.Management.Automation.RuntimeException] { $failure = $_.Exception }
    Write-NewEvent
    if ($failure) {
        # Invoked from a script, the engine wraps what the test script threw.
        while ($failure.InnerException -is [System.Management.Automation.RuntimeException]) { $failure = $failure.InnerException }
        $fact = ConvertTo-ErrorEvent $failure.ErrorRecord
        $fact['terminating'] = $true
        Write-Event $fact
    }
    Write-Event @{ event = 'end'; state = $shell.InvocationStateInfo.State; milliseconds = $ended }
}
finally {
    $writer.Dispose()
    $shell.Dispose()
    $runspace.Dispose()
}
