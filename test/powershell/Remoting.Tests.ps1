# In remote sessions, jobs and parallel loops, and with the objects that come back from there.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-Module "$PSScriptRoot/RecipeTools.psm1" -Force
    $remote = -not (Test-Windows) -and (Test-RemoteSession)
    $parallel = (Get-Command ForEach-Object).Parameters.ContainsKey('Parallel')
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-Module "$PSScriptRoot/RecipeTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $module = Get-ModulePath
    # A script with $session, which holds a session with each of these computers, and with the module imported there.
    function Invoke-Remotely([string[]] $Name, [string] $Script, [hashtable] $Variable = @{}) {
        Invoke-WithComputer "Import-Module '$module'" {
            Invoke-Script "`$session = @(New-PSSession -HostName `$names)`ntry {`n$Script`n}`nfinally { Remove-PSSession `$session }" -Variable ($Variable + @{ names = $Name })
        }
    }
}

Describe 'A remote session over sshd' -Tag Simulated -Skip:(-not $remote) {
    It 'a remote session runs on several computers at once, and keeps them apart' {
        $run = Invoke-Remotely server1, server2, server3 {
            $t = @(Invoke-Command -Session $session { Get-KernelThread w3wp -Machine simulated:windows-11 -WaitReason WrResource | Select-Object -First 2 })
            foreach ($name in 'server1', 'server2', 'server3') { @($t | Where-Object PSComputerName -EQ $name).Count }
            $t[0].PSTypeNames -contains 'Deserialized.KernelTriage.Thread'
            $processes = [System.Collections.Generic.HashSet[int]]::new([int[]] @(Invoke-Command -Session $session { $PID }))
            $null = $processes.Add($PID)
            $processes.Count
        }
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @(2, 2, 2, $true, 4)
    }

    It 'a remote session lists on another computer, and what it listed is captured there and nowhere else' {
        $folder = New-Folder
        $run = Invoke-Remotely server1 -Variable @{ folder = $folder } {
            $t = @(Invoke-Command -Session $session { (Get-KernelThread w3wp -Machine simulated:windows-11 -WaitReason WrResource)[0..2] })
            $t.Count; $t[0].PSTypeNames[0]; $t[0].PSComputerName; $t[0].WaitTime.GetType().Name; "$($t[0].CreateTime.Kind)"
            ($t | New-TriageDump $folder).ThreadCount
            @($t | Get-KernelStack).Count
            foreach ($thread in $t) { $thread.ComputerName = 'SERVER2' }
            $t | New-TriageDump $folder
        }
        $run.Output | Should -Be @(3, 'Deserialized.KernelTriage.Thread', 'server1', 'TimeSpan', 'Utc', 3, 3)
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -BeExactly 'IdentityReplaced,New-TriageDump'
        "$($run.Error[0])" | Should -Match 'listed on SERVER2; this is SIMULATED-IIS01'
        $run.Error[0].ErrorDetails.RecommendedAction | Should -Match 'Invoke-Command -ComputerName SERVER2'
        Get-FileName $folder *.dmp | Should -HaveCount 1
    }

    It 'a remote session captures, reads and groups there, and the errors of there arrive typed' {
        $run = Invoke-Remotely server1 -Variable @{ folder = New-Folder } {
            $groups = Invoke-Command -Session $session { param($folder)
                Get-KernelThread w3wp -Machine simulated:windows-11 -WaitReason WrResource | Select-Object -First 3 | New-TriageDump $folder |
                    Get-KernelDump | Get-KernelStack | Group-KernelStack } -ArgumentList $folder
            @($groups | ForEach-Object { $_.Threads }).Count
            @($groups)[0].Threads[0].Frames[0].PSTypeNames[0]
            ($groups | ForEach-Object { $_.Threads } | Group-KernelStack | ForEach-Object Count) -join ' '
            ($groups | ForEach-Object Count) -join ' '
            Invoke-Command -Session $session { Get-KernelThread -Id 999999 -Machine simulated:windows-11 }
        }
        $run.Output[0..1] | Should -Be @(3, 'Deserialized.KernelTriage.KernelStackFrame')
        $run.Output[2] | Should -Be $run.Output[3]
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId, $run.Error[0].TargetObject | Should -BeExactly @('ProcessNotFound,Get-KernelThread', 'process 999999')
        $run.Error[0].CategoryInfo.Category | Should -Be ObjectNotFound
    }
}

Describe 'A parallel loop' -Tag Simulated -Skip:(-not $parallel) {
    It 'a parallel loop has an executable for each of its runspaces' {
        # Text, because Windows PowerShell has no such parameter.
        $counts = Get-ScriptOutput '$parameters = @{ Parallel = { Import-Module $using:module; @(Get-KernelThread w3wp -Machine simulated:windows-11).Count } }; 1..3 | ForEach-Object @parameters' @{ module = $module }
        $counts | Should -Be @(300, 300, 300)
    }
}

Describe 'A job' -Tag Simulated {
    It 'a job lists in a process of its own' {
        $job = Start-Job { Import-Module $using:module; Get-KernelThread w3wp -Machine simulated:windows-11 | Select-Object -First 2; $PID }
        $received = @($job | Wait-Job | Receive-Job)
        Remove-Job $job
        $received | Should -HaveCount 3
        foreach ($thread in $received[0, 1]) { $thread.PSTypeNames | Should -Contain 'Deserialized.KernelTriage.Thread' }
        $received[2] | Should -Not -Be $PID
    }

    It 'a job cancels its capture when it is stopped, and leaves nothing half-written' {
        $folder = New-Folder
        $job = Start-Job { Import-Module $using:module; New-TriageDump -Id 4872 -Destination $using:folder -MaxThreadsPerDump 1 -Machine simulated:w3wp-oplock }
        try {
            while ($job.ChildJobs[0].Output.Count -eq 0 -and $job.State -in 'NotStarted', 'Running') { Start-Sleep -Milliseconds 5 }
            Stop-Job $job
            "$($job.State)" | Should -Be Stopped
            @(Receive-Job $job).Count | Should -BeGreaterThan 0
        }
        finally { Remove-Job $job -Force }
        $files = Get-FileName $folder
        $files | Where-Object { $_ -notmatch '\.(dmp|json)$' } | Should -BeNullOrEmpty
        $dumps = @(Get-FileName $folder *.dmp)
        $dumps.Count | Should -BeLessThan 300
        [System.IO.File]::ReadAllText([System.IO.Path]::Combine($folder, @($files -like '*.json')[0])).Contains($dumps[-1]) | Should -BeTrue
        # A ktriage that lived on would have written dozens in this time.
        Start-Sleep -Milliseconds 500
        Get-FileName $folder | Should -Be $files
    }
}
