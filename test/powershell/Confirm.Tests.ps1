# What -Confirm asks, and that each answer does what it means.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    # Two processes of the simulated machine that come down one pipeline, in the order of the kernel's list, and their threads.
    $lsass, $inetinfo = 776, 2404
    $threads = @{ 776 = 10; 2404 = 12 }
    $list = 'Get-KernelThread -Id 776, 2404 @on'

    # Runs a script with answers; $folder in it is a new folder. Folder and File of the result are that folder and its dumps.
    function Invoke-Asked([string] $Script, [string[]] $Answer = @(), [switch] $Nobody) {
        $folder = New-Folder
        $variables = @{ folder = $folder; live = [System.IO.Path]::Combine($folder, 'live.dmp'); on = @{ Machine = 'simulated:windows-11' } }
        $run = if ($Nobody) { Invoke-Script $Script -Variable $variables } else { Invoke-Script $Script -Variable $variables -Answer $Answer }
        $run | Add-Member Folder $folder
        $run | Add-Member File @(Get-FileName $folder *.dmp) -PassThru
    }

    # `id:threads` for each process whose dumps were given, in the order of ids.
    function Get-Captured($Run) {
        @($Run.Output | Group-Object ProcessId | Sort-Object { [int] $_.Name } | ForEach-Object { "$($_.Name):$(($_.Group | Measure-Object ThreadCount -Sum).Sum)" })
    }
}

Describe 'A question' -Tag Simulated {
    It 'a question of New-TriageDump is asked once for each process, and names the threads and the folder' {
        $run = Invoke-Asked "$list | New-TriageDump `$folder -Confirm" No, No
        $run.Question | Should -HaveCount 2
        $names = '10 threads of lsass.exe (776)', '12 threads of inetinfo.exe (2404)'
        foreach ($index in 0, 1) {
            $run.Question[$index].Message.Contains("`"$($names[$index])`"") | Should -BeTrue
            $run.Question[$index].Message.Contains("`"capture kernel stacks into triage dumps in $($run.Folder)`"") | Should -BeTrue
        }
        $whole = Invoke-Asked 'New-TriageDump -Id 776 $folder -Confirm @on' No
        $whole.Question[0].Message.Contains('"every thread of process (776)"') | Should -BeTrue
    }

    It 'a question that is answered <Answer> captures what was agreed to and nothing else' -ForEach @(
        @{ Answer = @('No', 'No'); Agreed = @() }
        @{ Answer = @('Yes', 'No'); Agreed = @(776) }
        @{ Answer = @('No', 'Yes'); Agreed = @(2404) }
        @{ Answer = @('Yes', 'Yes'); Agreed = @(776, 2404) }
        @{ Answer = @('Yes to All'); Agreed = @(776, 2404) }
        @{ Answer = @('No to All'); Agreed = @() }
        @{ Answer = @('Yes', 'No to All'); Agreed = @(776) }
    ) {
        $run = Invoke-Asked "$list | New-TriageDump `$folder -Confirm" $Answer
        $run.Error | Should -HaveCount 0
        $run.Warning | Should -HaveCount 0
        $run.Question | Should -HaveCount $Answer.Count
        (Get-Captured $run) -join ' ' | Should -Be (@($Agreed | ForEach-Object { "${_}:$($threads[$_])" }) -join ' ')
        @($run.File | ForEach-Object { [int] $_.Split('_')[1] } | Sort-Object -Unique) -join ' ' | Should -Be ($Agreed -join ' ')
    }

    It 'a question is not asked by New-TriageDump by default, for its impact is medium' {
        $run = Invoke-Asked "$list | New-TriageDump `$folder"
        $run.Question | Should -HaveCount 0
        Get-Captured $run | Should -Be @('776:10', '2404:12')
    }

    It 'a question is asked by New-TriageDump with a $ConfirmPreference of <_>' -ForEach Medium, Low {
        $run = Invoke-Asked "`$ConfirmPreference = '$_'; $list | New-TriageDump `$folder" 'No to All'
        $run.Question | Should -HaveCount 1
        @($run.Output) + @($run.Error) + @($run.File) | Should -HaveCount 0
    }

    It 'a question is asked by New-LiveKernelDump by default, and names the file and what happens to the machine' {
        $refused = Invoke-Asked 'New-LiveKernelDump $live @on' No
        $refused.Question | Should -HaveCount 1
        $message = $refused.Question[0].Message
        $message.Contains('live.dmp"') | Should -BeTrue
        $message.Contains($refused.Folder) | Should -BeTrue
        $message.Contains('"hold all processors of simulated:windows-11 for a moment and dump the memory of the kernel"') | Should -BeTrue
        @($refused.Output) + @($refused.Error) + @($refused.Warning) + @($refused.File) | Should -HaveCount 0

        $stacks = Invoke-Asked 'New-LiveKernelDump $live @on -Scope ThreadStacks' 'No to All'
        $stacks.Question[0].Message.Contains('dump the kernel stacks of all threads') | Should -BeTrue
        @($stacks.Output) + @($stacks.Error) + @($stacks.File) | Should -HaveCount 0

        foreach ($answer in 'Yes', 'Yes to All') {
            $agreed = Invoke-Asked 'New-LiveKernelDump $live @on' $answer
            $agreed.Error | Should -HaveCount 0
            $agreed.Output.Verified | Should -BeTrue
            $agreed.File | Should -Be live.dmp
        }
    }

    It 'a question is asked with -Force too, which is about files' {
        foreach ($script in 'New-LiveKernelDump $live -Force @on', "$list | New-TriageDump `$folder -Force -Confirm") {
            $run = Invoke-Asked $script 'No to All'
            $run.Question | Should -HaveCount 1 -Because $script
            @($run.Output) + @($run.Error) + @($run.File) | Should -HaveCount 0 -Because $script
        }
    }

    It 'a question is not asked with <Name>' -ForEach @(
        @{ Name = '-Confirm:$false'; Before = ''; Parameter = '-Confirm:$false' }
        @{ Name = "`$ConfirmPreference = 'None'"; Before = "`$ConfirmPreference = 'None'; "; Parameter = '' }
    ) {
        $live = Invoke-Asked "${Before}New-LiveKernelDump `$live $Parameter @on"
        @($live.Question) + @($live.Error) | Should -HaveCount 0
        $live.File | Should -Be live.dmp
        $triage = Invoke-Asked "$Before$list | New-TriageDump `$folder $Parameter"
        @($triage.Question) + @($triage.Error) | Should -HaveCount 0
        Get-Captured $triage | Should -Be @('776:10', '2404:12')
    }

    It 'a question is an error for each process where no user is there, and nothing is captured' {
        $run = Invoke-Asked "$list | New-TriageDump `$folder -Force -Confirm" -Nobody
        $run.Error | Should -HaveCount 2
        foreach ($record in $run.Error) { "$record" | Should -Match 'not interactive|NonInteractive' }
        @($run.Output) + @($run.File) | Should -HaveCount 0
    }

    It 'a question without an answer is an error, and its process is not captured' {
        $run = Invoke-Asked "$list | New-TriageDump `$folder -Confirm" Yes
        $run.Question | Should -HaveCount 2
        $run.Error | Should -HaveCount 1
        "$($run.Error[0])" | Should -Match 'Nobody answers this question'
        Get-Captured $run | Should -Be '776:10'
    }

    It 'a question without a user to answer it is an error: <_>' -ForEach @(
        'New-LiveKernelDump $live @on'
        'New-TriageDump -Id 4872 $folder -Confirm @on'
        '$ConfirmPreference = ''Medium''; New-TriageDump -Id 4872 $folder @on'
    ) {
        $run = Invoke-Asked $_ -Nobody
        $run.Output | Should -HaveCount 0
        "$($run.Error[0])" | Should -Match 'not interactive|NonInteractive'
        Get-FileName $run.Folder | Should -HaveCount 0
    }

    It 'a question is no obstacle to a script that sets $ConfirmPreference to None' {
        (Invoke-Asked '$ConfirmPreference = ''None''; (New-LiveKernelDump $live @on).Verified' -Nobody).Output | Should -BeTrue
    }
}
