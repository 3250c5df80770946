# The equipment itself: a run that it reports is what happened.
BeforeDiscovery { Import-Module "$PSScriptRoot/TestTools.psm1" -Force }
BeforeAll { Import-Module "$PSScriptRoot/TestTools.psm1" -Force }

Describe 'Invoke-Script' -Tag Simulated, Windows {
    It 'Invoke-Script reports every stream' {
        $run = Invoke-Script -NoModule {
            function Use-Stream {
                [CmdletBinding()] param()
                $PSCmdlet.WriteWarning('a warning')
                $PSCmdlet.WriteVerbose('a detail')
                $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(7, 'activity', 'status'))
                $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.IO.IOException]::new('went wrong'), 'WentWrong', 'InvalidData', 42))
                'a value'
            }
            Use-Stream -Verbose
        }
        $run.Output | Should -Be 'a value'
        "$($run.Warning)", "$($run.Verbose)" | Should -Be @('a warning', 'a detail')
        $run.Progress[0].ActivityId, $run.Progress[0].Activity | Should -Be @(7, 'activity')
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId, $run.Error[0].TargetObject | Should -Be @('WentWrong,Use-Stream', 42)
        $run.State | Should -Be Completed
    }

    It 'Invoke-Script distinguishes an error that ends the script from one that does not' {
        $run = Invoke-Script -NoModule '''before''; throw ''the end''; ''after'''
        $run.Output | Should -Be before
        "$($run.Error)" | Should -Be 'the end'
        $run.State | Should -Be Failed
    }

    It 'Invoke-Script stops a script at its first output, whose finally runs' {
        $run = Invoke-Script -NoModule -StopAtFirst Output 'try { ''first''; while ($true) { Start-Sleep -Milliseconds 5 } } finally { $host.UI.WriteLine(''cleaned up'') }'
        $run.State | Should -Be Stopped
        $run.StopTime | Should -BeLessThan 10000
        $run.Text | Should -Match 'cleaned up'
    }

    It 'Invoke-Script draws the output as a prompt would, in 120 columns' {
        $run = Invoke-Script -NoModule -Render '[pscustomobject] @{ Name = ''w3wp''; Threads = 312 }; [pscustomobject] @{ Long = ''x'' * 300 } | Format-List'
        $run.Output | Should -HaveCount 0
        $run.Text | Should -Match '(?m)^Name\s+Threads\n-+\s+-+\nw3wp\s+312$'
        $longest = ($run.Text.Split("`n") | Measure-Object Length -Maximum).Maximum
        $longest | Should -BeLessOrEqual 120
        $longest | Should -BeGreaterThan 110
    }

    It 'Invoke-Script -Reuse keeps the runspace for the same set-up, and gives each script a scope and a record of its own' {
        $script = '$own = [int] (Test-Path variable:own); $own; [runspace]::DefaultRunspace.Id; Set-StrictMode -Version Latest; $host.UI.WriteLine("drawn")'
        $first, $second = foreach ($number in 1, 2) { Invoke-Script -Reuse -NoModule $script }
        $first.Output[0], $second.Output[0] | Should -Be @(0, 0)
        $second.Output[1] | Should -Be $first.Output[1]
        $second.Text | Should -BeExactly "drawn`n"
        (Invoke-Script -Reuse -NoModule '$nothing; [runspace]::DefaultRunspace.Id').Output | Should -Be @($null, $first.Output[1])
        (Invoke-Script -Reuse -NoModule $script -Setup '$own = 1').Output | Should -Not -Contain $first.Output[1]
        { Invoke-Script -Reuse -NoModule $script -Answer @() } | Should -Throw '*not used again*'
    }

    It 'Invoke-Script -Reuse goes on after a script that was stopped, as a session does after Ctrl+C' {
        $stopped = Invoke-Script -Reuse -NoModule -StopAtFirst Output '[runspace]::DefaultRunspace.Id; while ($true) { Start-Sleep -Milliseconds 5 }'
        $stopped.State | Should -Be Stopped
        $next = Invoke-Script -Reuse -NoModule '[runspace]::DefaultRunspace.Id'
        $next.State, $next.Output[0] | Should -Be @('Completed', $stopped.Output[0])
    }

    It 'Invoke-Script answers what a script asks, and reports what that was' {
        $ask = @'
            function Use-Choice {
                [CmdletBinding(SupportsShouldProcess = $true)] param()
                foreach ($name in 'a', 'b') { if ($PSCmdlet.ShouldProcess($name, 'touch')) { $name } }
            }
            Use-Choice -Confirm
'@
        $run = Invoke-Script -NoModule $ask -Answer No, Yes
        $run.Output | Should -Be b
        $run.Question[0].Message | Should -Match '"touch".*"a"'
        $run.Question[1].Message | Should -Match '"touch".*"b"'
        $run.Question[0].Choices[0..3] | Should -Be @('Yes', 'Yes to All', 'No', 'No to All')
        "$((Invoke-Script -NoModule $ask -Answer Perhaps, No).Error[0])" | Should -Match '''Perhaps'' is none of the choices'
        $nobody = Invoke-Script -NoModule $ask
        $nobody.Question | Should -HaveCount 0
        "$($nobody.Error[0])" | Should -Match 'not interactive'
    }

    It 'Invoke-Script constrains the language after the set-up' {
        $run = Invoke-Script -NoModule '"$kept"; [System.Diagnostics.Process]::GetCurrentProcess()' -Setup '$global:kept = [System.IO.Path]::GetFileName(''a/b'')' -Language ConstrainedLanguage
        $run.Output | Should -Be b
        $run.Error[0].FullyQualifiedErrorId | Should -Match MethodInvocationNotSupportedInConstrainedLanguage
    }

    It 'Invoke-Script keeps nothing of one script for the next' {
        $null = Invoke-Script -NoModule '$global:left = ''behind''; function global:Get-Left { 1 }'
        (Invoke-Script -NoModule '"$global:left"; @(Get-Command Get-Left -ErrorAction Ignore).Count').Output | Should -Be @('', 0)
    }

    It 'Invoke-Script fails where the set-up does' {
        { Invoke-Script -NoModule '1' -Setup 'Get-Item ./not-there' } | Should -Throw 'set-up: *'
    }
}

Describe 'The tags of tests' -Tag Simulated {
    It 'the tags of tests are those that Invoke-Tests.ps1 explains, and each is on some test' {
        $used = foreach ($file in [System.IO.Directory]::GetFiles($PSScriptRoot, '*.Tests.ps1')) {
            foreach ($match in [regex]::Matches([System.IO.File]::ReadAllText($file), "(?m)^Describe '.*' -Tag ([\w, ]+?)(?: -\w.*)? \{")) { $match.Groups[1].Value -split ', ' }
        }
        $help = (Get-Help ([System.IO.Path]::Combine($PSScriptRoot, 'Invoke-Tests.ps1'))).description.Text -join "`n"
        $explained = @([regex]::Matches($help, '(?m)^ *(\w+) {2,}\w') | ForEach-Object { $_.Groups[1].Value })
        @($used | Sort-Object -Unique) | Should -Be @($explained | Sort-Object)
    }

    It 'tests for elevated sessions are skipped by name, and counted, in others' -Skip:(Test-Windows) {
        $script = [System.IO.Path]::Combine($PSScriptRoot, 'Invoke-Tests.ps1')
        $result = [System.IO.Path]::Combine((New-Folder), 'result.xml')
        $run = Invoke-Program (Get-EngineProgram) @('-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $script, '-Path', 'RealKernel', '-Tag', 'Elevated', '-ResultPath', $result)
        $run.Status | Should -Be 0
        $run.Output | Should -Match 'Skipped: the module on a real kernel captures waiting threads of this session, and reads them back'
        [System.IO.File]::ReadAllText($result) | Should -Match '<test-results [^>]*skipped="2"'
    }
}
