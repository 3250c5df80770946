# Lets dumps and plans pass, keeps the verdicts, and reports the threads that are in no dump.
function Split-TriageRecord([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.IList] $Verdicts) {
    process {
        $record = $_
        switch ($record.PSObject.TypeNames[0]) {
            'KernelTriage.TriageDump' {
                # Before the dump is let go: whoever takes it may stop the pipeline.
                foreach ($thread in $record.Threads) { $Verdicts.Add($thread) }
                $record
            }
            'KernelTriage.CapturedThread' {
                # Those that are in a dump came with it.
                if ($record.Verdict -ne 'Captured') { $Verdicts.Add($record) }
                $code = $script:CodeByVerdict[$record.Verdict]
                if ($code) {
                    $name = Get-OptionalProperty $record 'ProcessName'
                    $text = "Thread $($record.ThreadId) of $name ($($record.ProcessId)) is in no dump. $(Get-OptionalProperty $record 'Reason')"
                    $Cmdlet.WriteError((Get-KernelTriageError $code $text.Trim() -Target $record))
                }
            }
            'KernelTriage.TriageSummary' {
                $text = "$($record.ProcessName) ($($record.ProcessId)): $($record.Captured) of $($record.Requested) threads in $($record.Dumps) dumps"
                $Cmdlet.WriteVerbose((ConvertTo-HarmlessText $text))
            }
            default { $record }
        }
    }
}
