# The one way to ktriage: starts it, sends one request, and writes the records of its answer to the pipeline as they
# come. Call it inside `end`: a child that starts in `begin` lives on when the pipeline stops before `end`.
function Invoke-KernelTriage {
    param(
        # The $PSCmdlet of the exported function, so that errors carry its name and obey its -ErrorAction.
        [System.Management.Automation.PSCmdlet] $Cmdlet,
        [string] $Verb,
        [hashtable] $Request,
        # How long a cancelled ktriage may take to tidy up before it is killed.
        [int] $GraceSeconds = 5
    )

    $Request['propertyCase'] = 'pascal'
    $Request['adviceFor'] = 'module'
    $Request['cancelOnEndOfInput'] = $true
    $Request['callerVersion'] = "$($ExecutionContext.SessionState.Module.Version)"
    $session = $null
    try {
        $session = Open-KernelTriageSession $Cmdlet $Verb
        $json = ConvertTo-JsonText $Request
        # A request may name thousands of threads.
        $shown = if ($json.Length -gt 2000) { $json.Substring(0, 2000) + '...' } else { $json }
        $Cmdlet.WriteVerbose((ConvertTo-HarmlessText "$($session.Path) $Verb - < $shown"))
        Send-KernelTriageRequest $session $json
        # After `end` nothing comes any more, whether the child closes its output at once or not.
        while (-not $session.HasEnd -and $null -ne ($lines = Read-KernelTriageLine $session)) {
            foreach ($message in ConvertFrom-KernelTriageLine $Cmdlet $session -Lines $lines) {
                if ($message.kind -ne 'record') {
                    Write-KernelTriageMessage $Cmdlet $session -Message $message
                    continue
                }
                # There may be hundreds of thousands of records: so no function is called for each.
                $session.RecordCount++
                $value = $message.value
                $value.PSTypeNames.Insert(0, "KernelTriage.$($message.type)")
                if ($script:IsWindowsPowerShell) { ConvertTo-TypedTime $value }
                if ($script:NestedType.ContainsKey($message.type)) { Add-NestedTypeName $value $message.type }
                $value
            }
        }
        Complete-KernelTriageProgress $Cmdlet $session
        if (-not $session.HasEnd) { Write-EarlyEnd $Cmdlet $session }
        $Cmdlet.WriteVerbose("ktriage $Verb gave $($session.RecordCount) records in $($session.Clock.ElapsedMilliseconds) ms.")
    }
    finally {
        # Nothing may be written to the pipeline from here on: after `Select-Object -First` that would throw.
        if ($null -ne $session) { Close-KernelTriageSession $session $GraceSeconds }
    }
}
