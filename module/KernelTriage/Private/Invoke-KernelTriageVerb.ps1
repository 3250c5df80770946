# The one way to ktriage: starts it, sends one request, and writes the records of its answer to the pipeline as they
# come. Call it inside `end`: a child that starts in `begin` lives on when the pipeline stops before `end`.
function Invoke-KernelTriageVerb {
    param(
        # The $PSCmdlet of the exported function, so that errors carry its name and obey its -ErrorAction.
        [System.Management.Automation.PSCmdlet] $Cmdlet,
        [string] $Verb,
        [hashtable] $Request,
        # How long a cancelled ktriage may take to tidy up before it is killed.
        [int] $GraceSeconds = 5,
        # Gets the records that come after the pipeline has been stopped, while ktriage tidies up.
        [System.Collections.IList] $LateRecords,
        # Gets the errors that ktriage reports, in place of the pipeline: the caller writes them when the work is done.
        [System.Collections.IList] $Errors,
        # Gets the exit code of ktriage as ExitCode.
        [hashtable] $Ending = @{},
        # The condition of a watch: each WatchSample is answered with what it gives, and is not written to the pipeline.
        [scriptblock] $Condition
    )

    $Request['propertyCase'] = 'pascal'
    $Request['adviceFor'] = 'module'
    $Request['cancelOnEndOfInput'] = $true
    # The source has no version: a clone takes the executable that was built last.
    $version = "$($ExecutionContext.SessionState.Module.Version)"
    if ($version -ne '0.0.0') { $Request['callerVersion'] = $version }
    # Threads may be many, and have one list at most: they are looked at only where it was asked for.
    $hasUserStacks = $Request.ContainsKey('includeUserStack')
    $session = $null
    $messages = @()
    # Whether these are values of records of $type, in place of whole messages.
    $areValues = $false
    $next = 0
    $records = 0
    $type = $null
    $isWindowsPowerShell = $script:IsWindowsPowerShell
    try {
        $session = Open-KernelTriageSession $Cmdlet $Verb
        $session.KeepsLate = $null -ne $LateRecords
        $json = ConvertTo-JsonText $Request
        # Verbose messages go into transcripts and logs: no login does.
        $shown = $json
        if ($Request.ContainsKey('symbolCredentials')) {
            $told = $Request.Clone()
            $told['symbolCredentials'] = '(not shown)'
            $shown = ConvertTo-JsonText $told
        }
        # A request may name thousands of threads.
        if ($shown.Length -gt 2000) { $shown = $shown.Substring(0, 2000) + '...' }
        Write-ModuleVerbose $Cmdlet (ConvertTo-HarmlessText "$($session.Path) $Verb - < $shown")
        Send-KernelTriageRequest $session $json
        # After `end` nothing comes any more, whether the child closes its output at once or not.
        while (-not $session.HasEnd -and $null -ne ($lines = Read-KernelTriageLine $session)) {
            $parsed = $null
            if ($null -ne $type) { $parsed = ConvertFrom-RecordLine $session $lines $type }
            $isOfType = $null -ne $parsed
            if (-not $isOfType) { $parsed = ConvertFrom-KernelTriageLine $Cmdlet $session -Lines $lines }
            # One statement: a stop may come between any two, and must find these lines either as text or as messages.
            $messages, $areValues, $next, $session.InHand = $parsed, $isOfType, 0, ''
            while ($next -lt $messages.Count) {
                if ($areValues) { $value = $messages[$next] }
                else {
                    $message = $messages[$next]
                    if ($message.kind -ne 'record') {
                        $next++
                        if ($message.kind -eq 'end') { $Ending['ExitCode'] = $message.exitCode }
                        if ($message.kind -eq 'error' -and $null -ne $Errors) { $null = $Errors.Add((ConvertTo-ErrorRecord $message)) }
                        else { Write-KernelTriageMessage $Cmdlet $session -Message $message }
                        continue
                    }
                    $value = $message.value
                    # There may be hundreds of thousands of records: so no function is called for each, and what follows from the type is looked
                    # up once for those in a row.
                    if ($message.type -cne $type) {
                        $type = $message.type
                        $typeName = "KernelTriage.$type"
                        $isSample = $null -ne $Condition -and $type -eq 'WatchSample'
                        $isDump = $type -eq 'Dump'
                        $hasNested = $script:NestedType.ContainsKey($type)
                        $lists = if ($type -ne 'Thread' -or $hasUserStacks) { $script:ListProperty[$type] }
                    }
                }
                $records++
                if ($isSample) {
                    $next++
                    Send-KernelTriageRequest $session (Get-WatchAnswer $value $Condition)
                    continue
                }
                if ($isWindowsPowerShell) { ConvertTo-TypedTime $value }
                if ($hasNested) { Add-NestedTypeName $value $type }
                if ($null -ne $lists) { ConvertTo-ReadableList $value $lists }
                # Last: with a name that has type data, the engine takes ten times as long to give a property.
                $names = $value.PSTypeNames
                $names.Insert(0, 'KernelTriage.Record')
                $names.Insert(0, $typeName)
                if ($isDump) { Add-CrashTypeName $value }
                $value
                # Only now: a stop in between leaves the record among the late ones, where its receiver may meet it again.
                $next++
            }
        }
        Complete-KernelTriageProgress $Cmdlet $session
        if (-not $session.HasEnd) { Write-EarlyEnd $Cmdlet $session }
        Write-ModuleVerbose $Cmdlet "ktriage $Verb gave $records records in $($session.Clock.ElapsedMilliseconds) ms."
    }
    finally {
        # Nothing may be written to the pipeline from here on: after `Select-Object -First` that would throw.
        if ($null -ne $session) {
            $isWhole = $session.HasEnd
            $late = Close-KernelTriageSession $session $GraceSeconds
            if ($null -ne $LateRecords -and -not $isWhole) {
                $rest = @(if ($next -lt $messages.Count) { $messages[$next..($messages.Count - 1)] })
                # Values without their messages are of the type that the loop knows.
                if ($areValues) { $rest = @(foreach ($value in $rest) { [pscustomobject]@{ kind = 'record'; type = $type; value = $value } }) }
                # The lines in hand are whole; what comes after the last end of a line was cut off.
                $end = $late.LastIndexOf([char] 10)
                $texts = @($session.InHand; if ($end -gt 0) { $late.Substring(0, $end) })
                Add-LateRecord $LateRecords -Messages $rest -Texts $texts
            }
        }
    }
}

# Records of messages that had been read before the pipeline was stopped, and of the lines that no message was made of.
function Add-LateRecord([System.Collections.IList] $Records, [object[]] $Messages, [string[]] $Texts) {
    $parsed = @(
        foreach ($text in $Texts) {
            # Line by line: one that is not JSON cannot be reported while the pipeline stops, and costs no other.
            foreach ($line in $text.Split([char] 10)) {
                if (-not $line) { continue }
                try { Microsoft.PowerShell.Utility\ConvertFrom-Json -InputObject $line }
                catch { $null = $_ }
            }
        }
    )
    foreach ($message in $Messages + $parsed) {
        if ($null -eq $message -or $message.kind -ne 'record') { continue }
        $value = $message.value
        # The record that was on its way has its types already, which come last.
        if (-not $value.PSTypeNames.Contains("KernelTriage.$($message.type)")) {
            if ($script:IsWindowsPowerShell) { ConvertTo-TypedTime $value }
            if ($script:NestedType.ContainsKey($message.type)) { Add-NestedTypeName $value $message.type }
            if ($script:ListProperty.ContainsKey($message.type)) { ConvertTo-ReadableList $value $script:ListProperty[$message.type] }
            $value.PSTypeNames.Insert(0, 'KernelTriage.Record')
            $value.PSTypeNames.Insert(0, "KernelTriage.$($message.type)")
            if ($message.type -eq 'Dump') { Add-CrashTypeName $value }
        }
        $null = $Records.Add($value)
    }
}
