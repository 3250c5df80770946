# Lets dumps and plans pass, and keeps the verdicts and comparisons. In the pipeline a comparison would be taken for a live thread.
function Split-TriageRecord([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.Generic.List[psobject]] $Verdicts, [System.Collections.Generic.List[psobject]] $Comparisons) {
    process {
        $record = $_
        switch ($record.PSTypeNames[0]) {
            'KernelTriage.TriageDump' {
                # Before the dump is let go: its receiver may stop the pipeline.
                Add-TriageVerdict $Verdicts $record
                $record
            }
            'KernelTriage.CapturedThread' { Add-TriageVerdict $Verdicts $record }
            'KernelTriage.ThreadComparison' { Add-OnceInARow $Comparisons $record }
            'KernelTriage.ComparisonSummary' { $Cmdlet.WriteInformation((ConvertTo-HarmlessText $record.Headline), @('KernelTriage')) }
            'KernelTriage.TriageSummary' {
                $text = "$($record.ProcessName) ($($record.ProcessId)): $($record.Captured) of $($record.Requested) threads in $($record.Dumps) dumps"
                Write-ModuleVerbose $Cmdlet (ConvertTo-HarmlessText $text)
            }
            default { $record }
        }
    }
}

# Keeps the threads of a record. Those that are in a dump come with it, the others by themselves.
function Add-TriageVerdict([System.Collections.Generic.List[psobject]] $Verdicts, [psobject] $Record) {
    switch ($Record.PSTypeNames[0]) {
        'KernelTriage.TriageDump' { Add-OnceInARow $Verdicts $Record.Threads }
        'KernelTriage.CapturedThread' { Add-OnceInARow $Verdicts $Record }
    }
}

# What ktriage wrote while it ended, after the pipeline was stopped.
function Add-LateTriageRecord([System.Collections.Generic.List[psobject]] $Verdicts, [System.Collections.Generic.List[psobject]] $Comparisons, [System.Collections.IList] $Records) {
    foreach ($record in $Records) {
        if ($record.PSTypeNames[0] -eq 'KernelTriage.ThreadComparison') { Add-OnceInARow $Comparisons $record }
        else { Add-TriageVerdict $Verdicts $record }
    }
}

# All of the items by one call, which a stop cannot cut in two, and not again when they were added last: the record that was
# on its way when the pipeline was stopped comes once more. Threads are no key, because a thread may be captured several times.
function Add-OnceInARow([System.Collections.Generic.List[psobject]] $List, [psobject[]] $Items) {
    if ($Items.Count -eq 0) { return }
    if ($List.Count -gt 0 -and [object]::ReferenceEquals($List[$List.Count - 1], $Items[$Items.Count - 1])) { return }
    $List.AddRange($Items)
}

# The error of a thread that is in no dump; nothing for one that is, and for one that was not attempted.
function Get-TriageVerdictError([psobject] $Thread) {
    $code = $script:CodeByVerdict[$Thread.Verdict]
    if (-not $code) { return }
    $name = Get-OptionalProperty $Thread 'ProcessName'
    $text = "Thread $($Thread.ThreadId) of $name ($($Thread.ProcessId)) is in no dump. $(Get-OptionalProperty $Thread 'Reason')"
    return New-KernelTriageErrorRecord $code $text.Trim() -Target $Thread
}
