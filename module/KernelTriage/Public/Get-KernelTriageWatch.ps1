function Get-KernelTriageWatch {
    <#
    .SYNOPSIS
    Shows the watches that the task scheduler of Windows runs.

    .DESCRIPTION
    Lists the tasks that Register-KernelTriageWatch has made, with their state and their last result. Each object has the command line
    and the whole definition of its task. A name without wildcards that no task has is an error.

    .PARAMETER WatchName
    Names of watches. The wildcards * and ? are understood.

    .INPUTS
    None

    .OUTPUTS
    KernelTriage.WatchTask
    WatchName, TaskPath, State, Account, Executable, Arguments, Destination, LastRunTime, LastResult, Xml.

    .NOTES
    Errors: NotWindows, NotElevated, WatchTaskNotFound, WatchTaskFailed.

    .EXAMPLE
    Get-KernelTriageWatch

    Every watch of this computer.

    .EXAMPLE
    Get-KernelTriageWatch iis* | Where-Object State -ne Running

    Watches of these names that do not run now.

    .LINK
    Register-KernelTriageWatch

    .LINK
    about_KernelTriage_Watch
    #>
    [CmdletBinding(HelpUri = 'https://kerneltriage.example/blob/main/docs/watch.md')]
    [OutputType('KernelTriage.WatchTask')]
    param(
        [Parameter(Position = 0)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every watch')]
        [string[]] $WatchName = '*'
    )

    begin { . $script:UseCallerPreference }

    end {
        if (-not (Test-TaskScheduler $PSCmdlet $script:WatchTaskPath)) { return }
        # A folder of the scheduler that is not there holds no tasks.
        $tasks = @(Get-ScheduledTask -TaskPath $script:WatchTaskPath -ErrorAction Ignore)
        foreach ($pattern in $WatchName) {
            $found = @($tasks | Where-Object { $_.TaskName -like $pattern })
            if ($found.Count -eq 0 -and -not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($pattern)) {
                $text = "There is no watch '$pattern' in the task scheduler."
                $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'WatchTaskNotFound' $text -Target $pattern))
            }
            foreach ($task in $found) {
                try {
                    $xml = Export-ScheduledTask -TaskName $task.TaskName -TaskPath $script:WatchTaskPath -ErrorAction Stop
                    $info = Get-ScheduledTaskInfo -TaskName $task.TaskName -TaskPath $script:WatchTaskPath -ErrorAction Stop
                }
                catch {
                    $PSCmdlet.WriteError((ConvertTo-TaskErrorRecord $_ $task.TaskName))
                    continue
                }
                $known = @{ State = "$($task.State)"; LastResult = [long] $info.LastTaskResult }
                # The scheduler gives local time, and every record has UTC.
                if ($info.LastRunTime) { $known['LastRunTime'] = $info.LastRunTime.ToUniversalTime() }
                ConvertFrom-WatchTaskXml $xml $known
            }
        }
    }
}
