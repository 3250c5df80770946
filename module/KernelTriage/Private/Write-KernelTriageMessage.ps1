# Progress is drawn slowly by Windows PowerShell: so often at the most.
$script:ProgressIntervalMilliseconds = 250

# Sends a message that is not a record where it belongs in PowerShell.
function Write-KernelTriageMessage([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Session, [psobject] $Message) {
    switch ($Message.kind) {
        'error' { $Cmdlet.WriteError((ConvertTo-ErrorRecord $Message)) }
        'warning' { Write-ModuleWarning $Cmdlet $Message.message }
        'progress' { Write-KernelTriageProgress $Cmdlet $Session -Message $Message }
        'end' { $Session.HasEnd = $true }
    }
}

function Write-KernelTriageProgress([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Session, [psobject] $Message) {
    $isDone = [bool] (Get-OptionalProperty $Message 'done')
    $clock = $Session.ProgressClock
    if (-not $isDone -and $clock -and $clock.ElapsedMilliseconds -lt $script:ProgressIntervalMilliseconds) { return }
    $Session.ProgressClock = [System.Diagnostics.Stopwatch]::StartNew()
    $status = Get-OptionalProperty $Message 'status'
    # The engine refuses an empty status.
    $record = [System.Management.Automation.ProgressRecord]::new(0, $Message.activity, $(if ($status) { $status } else { ' ' }))
    $percent = Get-OptionalProperty $Message 'percent'
    if ($null -ne $percent) { $record.PercentComplete = [int] $percent }
    if ($isDone) { $record.RecordType = [System.Management.Automation.ProgressRecordType]::Completed }
    $Session.Activity = if ($isDone) { $null } else { $Message.activity }
    $Cmdlet.WriteProgress($record)
}

# Removes progress that was not completed, as after an error.
function Complete-KernelTriageProgress([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Session) {
    if ($null -eq $Session.Activity) { return }
    $record = [System.Management.Automation.ProgressRecord]::new(0, $Session.Activity, ' ')
    $record.RecordType = [System.Management.Automation.ProgressRecordType]::Completed
    $Session.Activity = $null
    $Cmdlet.WriteProgress($record)
}

# Output without its last line has been cut off: whatever came before may be all there was, or not.
function Write-EarlyEnd([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Session) {
    $null = $Session.Process.WaitForExit(2000)
    $code = if ($Session.Process.HasExited) { "with exit code $($Session.Process.ExitCode)" } else { 'its output' }
    $said = if ($Session.ErrorText.Wait(1000)) { $Session.ErrorText.Result.Trim() }
    $text = "ktriage ended $code before its output was complete." + $(if ($said) { " Its last output: $said" })
    $Cmdlet.WriteError((New-KernelTriageErrorRecord 'ExecutableFailed' $text -Target $Session.Path))
}
