function Unregister-KernelTriageWatch {
    <#
    .SYNOPSIS
    Ends a watch that the task scheduler of Windows runs, and removes its task.

    .DESCRIPTION
    Stops the task and removes it. The sets that the watch has captured stay, and so do its folder and its source in the event log.

    .PARAMETER WatchName
    Names of watches.

    .INPUTS
    KernelTriage.WatchTask

    .OUTPUTS
    None.

    .NOTES
    Errors: NotWindows, NotElevated, WatchTaskNotFound, WatchTaskFailed.

    .EXAMPLE
    Unregister-KernelTriageWatch iis

    Removes the watch of this name.

    .EXAMPLE
    Get-KernelTriageWatch | Unregister-KernelTriageWatch

    Removes every watch.

    .LINK
    Register-KernelTriageWatch

    .LINK
    about_KernelTriage_Watch
    #>
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium', HelpUri = 'https://kerneltriage.example/blob/main/docs/watch.md')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$')]
        [string[]] $WatchName
    )

    begin { . $script:UseCallerPreference }

    process {
        foreach ($name in $WatchName) {
            if (-not $PSCmdlet.ShouldProcess("$script:WatchTaskPath$name", 'end and remove the task')) { continue }
            if (-not (Test-TaskScheduler $PSCmdlet "$script:WatchTaskPath$name")) { return }
            try {
                Stop-ScheduledTask -TaskName $name -TaskPath $script:WatchTaskPath -ErrorAction Stop
                Unregister-ScheduledTask -TaskName $name -TaskPath $script:WatchTaskPath -Confirm:$false -ErrorAction Stop
            }
            catch { $PSCmdlet.WriteError((ConvertTo-TaskErrorRecord $_ $name)) }
        }
    }
}
