# A watch as a scheduled task. Only a Windows can show that its scheduler takes the definition; here functions of the names of its cmdlets take its place and
# keep what they are given.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    function Get-Node([string] $Xml, [string] $Path) {
        $document = [xml] $Xml
        $names = [System.Xml.XmlNamespaceManager]::new($document.NameTable)
        $names.AddNamespace('t', 'http://schemas.microsoft.com/windows/2004/02/mit/task')
        return $document.SelectSingleNode($Path, $names).InnerText
    }
}

Describe 'Register-KernelTriageWatch' -Tag Simulated {
    It 'the task of a watch that captures is SYSTEM with one privilege for captures, starts with the system, and runs once and for ever' {
        $task = Register-KernelTriageWatch iis -Name w3wp -For 60 -Capture -Destination (New-Folder) -WhatIf
        $task.PSTypeNames[0] | Should -Be 'KernelTriage.WatchTask'
        $task.Account | Should -Be 'SYSTEM'
        Get-Node $task.Xml '//t:Principal/t:UserId' | Should -Be 'S-1-5-18'
        Get-Node $task.Xml '//t:RequiredPrivileges' | Should -Be 'SeDebugPrivilegeSeChangeNotifyPrivilege'
        Get-Node $task.Xml '//t:MultipleInstancesPolicy' | Should -Be 'IgnoreNew'
        Get-Node $task.Xml '//t:ExecutionTimeLimit' | Should -Be 'PT0S'
        Get-Node $task.Xml '//t:BootTrigger/t:Enabled' | Should -Be 'true'
        Get-Node $task.Xml '//t:URI' | Should -Be '\KernelTriage\iis'
        [System.IO.Path]::GetFileName($task.Executable) | Should -Be 'ktriage.exe'
    }

    It 'the task of a watch that captures nothing has no rights of an administrator' {
        $task = Register-KernelTriageWatch count -When Count -Count 5000 -WhatIf
        $task.Account | Should -Be 'LOCAL SERVICE'
        Get-Node $task.Xml '//t:RunLevel' | Should -Be 'LeastPrivilege'
        $task.Arguments | Should -Match '^watch --when Count --count 5000 --name count --event-log$'
    }

    It 'the command line of a task comes back as it was given, blanks, quotation marks and ends in a backslash included' {
        $file = [System.IO.Path]::Combine((New-Folder), 'my "events" & more.ndjson')
        $task = Register-KernelTriageWatch odd -Name 'w3wp', 'my "app" \', '--odd' -EventFile $file -Interval 0.1 -NoEventLog -WhatIf
        # .NET takes the command line of a program apart by the rules of Windows, on every system.
        $program = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName((Get-Module KernelTriage).Path), 'bin', 'ktriage')
        if (Test-Windows) { $program += '.exe' }
        $start = [System.Diagnostics.ProcessStartInfo]::new($program, $task.Arguments.Replace('watch ', 'watch --machine simulated:w3wp-oplock --duration 0.01 '))
        $start.UseShellExecute = $false
        $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $null = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        $process.ExitCode | Should -Be 0
        $first = [System.IO.File]::ReadAllLines($file)[0] | ConvertFrom-Json
        $first.watch | Should -Be 'odd'
        $first.message | Should -Match ([regex]::Escape('processes w3wp, my "app" \, --odd, every 100 ms'))
    }

    It 'a watch is not registered without what it needs' {
        { Register-KernelTriageWatch a -Capture } | Should -Throw -ErrorId 'InvalidRequest*'
        $refused = try { Register-KernelTriageWatch a -Capture -ErrorAction Stop } catch { $_ }
        $refused.ErrorDetails.RecommendedAction | Should -Be 'See `Get-Help Register-KernelTriageWatch -Full`.'
        { Register-KernelTriageWatch a -Name "w3$([char] 1)wp" -WhatIf } | Should -Throw -ErrorId 'InvalidRequest*'
        { Register-KernelTriageWatch a -Name "w3`nwp" -WhatIf } | Should -Throw -ErrorId 'InvalidRequest*'
        { Register-KernelTriageWatch a -When Count } | Should -Throw -ErrorId 'InvalidRequest*'
        { Register-KernelTriageWatch a -When WaitReason } | Should -Throw -ErrorId 'InvalidRequest*'
        { Register-KernelTriageWatch 'a b' } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        if (-not (Test-Windows)) { { Register-KernelTriageWatch a -NoEventLog } | Should -Throw -ErrorId 'NotWindows*' }
    }
}

Describe 'Get-KernelTriageWatch and Unregister-KernelTriageWatch' -Tag Simulated {
    BeforeAll {
        $script:kept = @{ iis = (Register-KernelTriageWatch iis -Name w3wp -Capture -Destination (New-Folder) -WhatIf).Xml }
        function global:Register-ScheduledTask { }
        function global:Get-ScheduledTask([string] $TaskPath) {
            if ($TaskPath -ne '\KernelTriage\') { throw "unexpected: $TaskPath" }
            foreach ($name in $kept.Keys) { [pscustomobject] @{ TaskName = $name; State = 'Running' } }
        }
        function global:Export-ScheduledTask([string] $TaskName, [string] $TaskPath) { $kept[$TaskName] }
        function global:Get-ScheduledTaskInfo([string] $TaskName, [string] $TaskPath) { [pscustomobject] @{ LastRunTime = [datetime] '2026-11-27'; LastTaskResult = 267009 } }
        function global:Stop-ScheduledTask([string] $TaskName, [string] $TaskPath) {
            if (-not $kept.ContainsKey($TaskName)) { Write-Error -Message "no task $TaskName" -Category ObjectNotFound -ErrorAction Stop }
        }
        function global:Unregister-ScheduledTask([string] $TaskName, [string] $TaskPath, [switch] $Confirm) { $kept.Remove($TaskName) }
        $global:kept = $script:kept
    }
    AfterAll {
        Remove-Variable kept -Scope Global
        'Register', 'Get', 'Export', 'Stop', 'Unregister' | ForEach-Object { Remove-Item "function:global:$_-ScheduledTask" }
        Remove-Item function:global:Get-ScheduledTaskInfo
    }

    It 'a registered watch is shown with its state, and removed by its name' {
        $watch = Get-KernelTriageWatch
        $watch.WatchName | Should -Be 'iis'
        $watch.State | Should -Be 'Running'
        $watch.LastResult | Should -Be 267009
        [System.IO.Directory]::Exists($watch.Destination) | Should -BeTrue
        { Get-KernelTriageWatch nothing } | Should -Throw -ErrorId 'WatchTaskNotFound*'
        Get-KernelTriageWatch n* | Should -BeNullOrEmpty
        $watch | Unregister-KernelTriageWatch -WhatIf
        $kept.Keys | Should -Be @('iis')
        $watch | Unregister-KernelTriageWatch
        $kept.Count | Should -Be 0
        { Unregister-KernelTriageWatch iis } | Should -Throw -ErrorId 'WatchTaskNotFound*'
    }
}
