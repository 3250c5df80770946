# Lets dumps and plans pass, and keeps the verdicts and comparisons. In the pipeline a comparison would be taken for a live thread.
function Split-TriageRecord([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.IList] $Verdicts, [System.Collections.IList] $Comparisons) {
    process {
        $record = $_
        switch ($record.PSObject.TypeNames[0]) {
            'KernelTriage.TriageDump' {
                # Before the dump is let go: its receiver may stop the pipeline.
                Add-TriageVerdict $Verdicts $record
                $record
            }
            'KernelTriage.CapturedThread' { Add-TriageVerdict $Verdicts $record }
            'KernelTriage.ThreadComparison' { $null = $Comparisons.Add($record) }
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
function Add-TriageVerdict([System.Collections.IList] $Verdicts, [psobject] $Record) {
    switch ($Record.PSObject.TypeNames[0]) {
        'KernelTriage.TriageDump' { foreach ($thread in $Record.Threads) { $null = $Verdicts.Add($thread) } }
        'KernelTriage.CapturedThread' { $null = $Verdicts.Add($Record) }
    }
}

# The error of a thread that is in no dump; nothing for one that is, and for one that was not attempted.
function Get-TriageVerdictError([psobject] $Thread) {
    $code = $script:CodeByVerdict[$Thread.Verdict]
    if (-not $code) { return }
    $name = Get-OptionalProperty $Thread 'ProcessName'
    $text = "Thread $($Thread.ThreadId) of $name ($($Thread.ProcessId)) is in no dump. $(Get-OptionalProperty $Thread 'Reason')"
    return New-KernelTriageErrorRecord $code $text.Trim() -Target $Thread
}
