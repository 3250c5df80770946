BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $commands = Get-PublicName
    $topics = (Get-SourceFact).topics
    # Help is there only for a module that is loaded.
    Import-KernelTriage
    $examples = foreach ($name in $commands) {
        $number = 0
        foreach ($example in (Get-CommandHelp $name).examples.example) {
            $number++
            @{ Command = $name; Number = $number; Code = "$($example.code)"; Remark = "$(foreach ($remark in $example.remarks) { $remark.Text })".Trim() }
        }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $all = @{}
    foreach ($name in Get-PublicName) { $all[$name] = Get-CommandHelp $name }
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
}

Describe 'The help' -Tag Simulated {
    It 'the help explains <_> and each of its parameters' -ForEach $commands {
        $help = $all[$_]
        $help.Synopsis | Should -MatchExactly '(?s)^[A-Z].{20,}\.$'
        "$($help.description.Text)".Length | Should -BeGreaterThan 100
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        "$($help.returnValues.returnValue.type.name)" | Should -Match 'KernelTriage\.|System\.IO\.FileInfo|^None\.'
        $described = @($help.parameters.parameter | Where-Object { "$($_.description.Text)" }).name
        (Get-Command $_).Parameters.Keys | Where-Object { $_ -notin $common -and $_ -notin $described } | Should -BeNullOrEmpty
    }

    It 'the help of the built module is what PowerShell makes of the comments in the sources' {
        $source = [System.IO.Path]::Combine((Get-RepositoryRoot), 'module', 'KernelTriage')
        $look = {
            foreach ($name in (Get-Module KernelTriage).ExportedFunctions.Keys) {
                $help = Get-Help $name -Full
                # The ends of lines differ: the build wraps them. Syntax and parameters are drawn from the same objects.
                $facts = $help.parameters.parameter | ForEach-Object { "$($_.name) $($_.required) $($_.pipelineInput) $($_.position) $($_.globbing) $($_.defaultValue) $($_.type.name)" }
                "$name $(@($help | Out-String -Width 4096) + $facts)" -replace '\s+', ' '
            }
        }
        $own = Invoke-Script $look
        $ofSource = Invoke-Script $look -Module $source
        $own.Error | Should -BeNullOrEmpty
        $ofSource.Error | Should -BeNullOrEmpty
        @($own.Output).Count | Should -Be @($all.Keys).Count
        @($own.Output) | Should -BeExactly @($ofSource.Output)
        [System.IO.File]::ReadAllText([System.IO.Path]::Combine((Get-ModulePath), 'KernelTriage.psm1')).Contains('.SYNOPSIS') | Should -BeFalse
    }

    It 'the help of a command that was imported with a prefix is there' {
        $run = Invoke-Script -NoModule -Variable @{ module = Get-ModulePath } { Import-Module $module -Prefix My; (Get-Help Get-MyKernelThread).Synopsis }
        $run.Error | Should -BeNullOrEmpty
        "$($run.Output)" | Should -BeExactly $all['Get-KernelThread'].Synopsis
    }

    It 'the help has lines for a console of 80 columns, and is found by the words of a person whose program hangs' {
        foreach ($name in $all.Keys) {
            $texts = @($all[$name].description.Text) + @($all[$name].parameters.parameter | ForEach-Object { $_.description.Text })
            @($texts -split "`n" | Where-Object { $_.Length -gt 72 -and $_ -match '\s' -and $_ -notmatch '\S  +\S' }) | Should -BeNullOrEmpty -Because $name
        }
        foreach ($words in 'hang', 'stuck', 'deadlock', 'wait chain', 'kernel stack') {
            # Get-Help finds a command by these texts; its own search reads the help of every module, some seconds a word.
            @($all.Keys | Where-Object { "$($all[$_].Synopsis) $($all[$_].description.Text)" -replace '\s+', ' ' -match $words }) | Should -Not -BeNullOrEmpty -Because $words
        }
    }

    It 'the help of <_> has what holds where a parameter is left out, and which take wildcards' -ForEach $commands {
        $command = Get-Command $_
        foreach ($parameter in $all[$_].parameters.parameter) {
            if ($parameter.name -in $common) { continue }
            # Without a value of its own, PowerShell shows the zero of the type, which is not what holds.
            if ("$($parameter.required)" -eq 'false' -and -not $command.Parameters[$parameter.name].SwitchParameter) {
                "$($parameter.defaultValue)" | Should -Match '^(?!0$)\S' -Because "-$($parameter.name)"
            }
            "$($parameter.globbing)" | Should -Be "$("$($parameter.description.Text)" -match 'wildcard|`\*`')" -Because "-$($parameter.name)"
        }
    }

    It 'the help lists which errors each command gives, and leaves none out' {
        $codes = (Get-SourceFact).errorCodes
        $listed = @{}
        $texts = @{ about = "$(Get-Help about_KernelTriage)" }
        foreach ($name in Get-PublicName) { $texts[$name] = [regex]::Match("$($all[$name].alertSet.alert.text)", 'Errors: ([\s\S]*)').Groups[1].Value }
        foreach ($name in $texts.Keys) {
            $texts[$name] | Should -Not -BeNullOrEmpty -Because $name
            foreach ($code in [regex]::Matches($texts[$name], '(?<!-)\b[A-Z][a-z]+[A-Z]\w+|\bInternal\b|\bCancelled\b').Value) {
                if ($codes -ccontains $code) { $listed[$code] = $true }
                elseif ($name -ne 'about') { throw "$name lists $code, which is no error" }
            }
        }
        # Only a command line of `ktriage` can name a verb or take the native library away; the others come as warnings, for the result is
        # there without them.
        @($codes | Where-Object { -not $listed[$_] }) | Should -Be @(
            'UnknownVerb', 'NativeLibraryInUse', 'TraceUnavailable', 'ImageUnreadable'
        )
    }

    It 'the help has the topic <_>' -ForEach $topics {
        Get-Help $_ | Should -MatchExactly '^\ufeff?TOPIC\r?\n[\s\S]*\nLONG DESCRIPTION\r?\n'
    }

    It 'the help lists its topics, each with a sentence, from one that names them all' -TestCases @{ topics = $topics } {
        $first = Get-Help about_KernelTriage
        foreach ($name in @(Get-PublicName) + $topics[1..($topics.Count - 1)]) { $first.Contains($name) | Should -BeTrue -Because $name }
        $found = @(Get-Help about_KernelTriage*)
        @($found.Name | Sort-Object) | Should -Be @($topics | Sort-Object)
        # Examples are as long as they are.
        @($first -split '\r?\n' | Where-Object { $_.Length -gt 76 }) | Should -BeNullOrEmpty
        foreach ($topic in $found) { "$($topic.Synopsis)" | Should -MatchExactly '^[A-Z].*\S' -Because $topic.Name }
    }

    It 'the help of <_> links to topics of this module' -ForEach $commands {
        $module = Get-Module KernelTriage
        $links = @($all[$_].relatedLinks.navigationLink | Where-Object linkText | ForEach-Object { $_.linkText })
        $links.Count | Should -BeGreaterThan 0
        foreach ($link in $links) {
            $link -in (Get-SourceFact).topics -or $module.ExportedFunctions.ContainsKey($link) | Should -BeTrue -Because $link
            $link | Should -Not -Be $_
        }
    }

    It 'the help of <_> explains every type that it gives' -ForEach @($commands | Where-Object { $_ -ne 'Unregister-KernelTriageWatch' }) {
        $declared = @((Get-Command $_).OutputType | ForEach-Object { if ($_.Type) { $_.Type.FullName } else { $_.Name } })
        $declared.Count | Should -BeGreaterThan 0
        $explained = "$($all[$_].returnValues.returnValue.type.name)"
        foreach ($name in $declared) { $explained | Should -Match "\b$([regex]::Escape($name))\b" }
    }
}

# Everything happens on the simulated machine, one example after the other in one session, as a reader tries them: what one of them leaves
# behind, a file or a preference, is there for the next. Only what an example has of places that a test does not have (folders, files, a
# process of this system, other computers) is replaced in its text, and of the 300 threads of a worker those that wait for a lock are
# captured, with some others.
Describe 'The examples of the help' -Tag Simulated {
    BeforeAll {
        $folder = New-Folder
        $drive = New-Folder
        $setup = {
            $ConfirmPreference = 'None'
            $PSDefaultParameterValues = @{}
            foreach ($command in (Get-Module KernelTriage).ExportedFunctions.Values) {
                if ($command.Parameters.ContainsKey('Machine')) { $PSDefaultParameterValues["$($command.Name):Machine"] = 'simulated:windows-11' }
            }
            # A watch goes on until it is stopped.
            $PSDefaultParameterValues['Watch-KernelThread:Duration'] = 1
            # Nothing is registered with the task scheduler of this computer.
            foreach ($name in 'Register', 'Unregister') { $PSDefaultParameterValues["$name-KernelTriageWatch:WhatIf"] = $true }
        }
        $on = @{ Machine = 'simulated:windows-11' }
        # Not among the dumps of D:\dumps: a kernel has hundreds of threads.
        $memory = [System.IO.Path]::Combine((New-Folder), 'MEMORY.DMP')
        $dump = Get-KernelThread w3wp -WaitReason WrResource @on | Select-Object -First 4 | New-TriageDump $folder -FileName w3wp
        $null = New-LiveKernelDump $memory @on -Confirm:$false
        $threadId = $dump.Threads[0].ThreadId
        $address = (Get-KernelDump $memory).Drivers[0].Base
        $listed = @(Get-KernelThread w3wp @on -Snapshot)
        $some = foreach ($condition in { $_.WaitReason -eq 'WrResource' }, { $_.State -eq 'Wait' -and $_.WaitReason -ne 'WrResource' }, { $_.State -ne 'Wait' }) {
            @($listed | Where-Object $condition)[0..3].ThreadId
        }
        $few = "-ThreadId $($some -join ', ')"

        function Edit-Example([string] $Code) {
            $separator = [System.IO.Path]::DirectorySeparatorChar
            $place = { [System.IO.Path]::Combine($drive, $args[0]) }
            $text = ($Code -replace '(?m)^PS [^>]*> *').
                Replace('Invoke-KernelTriage -Path D:\dumps', "Invoke-KernelTriage -Path $folder").Replace('D:\fleet', (& $place fleet)).
                Replace('D:\dumps\w3wp_4872_001.dmp', [System.IO.Path]::Combine($folder, 'w3wp.dmp')).
                Replace('D:\dumps\*.dmp', [System.IO.Path]::Combine($folder, '*.dmp')).
                Replace('D:\dumps', (& $place dumps)).Replace('D:\', "$drive$separator").Replace('.\self-test', (& $place self-test)).Replace('C:\Symbols', (& $place symbols))
            $text = [regex]::Replace($text, '(?<![\w/\\])(?:\.\\)?(w3wp\.dmp|MEMORY\.DMP)', { if ($args[0].Groups[1].Value -ceq 'MEMORY.DMP') { $memory } else { [System.IO.Path]::Combine($folder, 'w3wp.dmp') } })
            if ($text -match 'New-TriageDump|Get-Kernel(Stack|Wait)') {
                $text = $text -replace 'Get-KernelThread (-Name w3wp|-Pid 4872)', "`$0 $few" -replace '(?m)^New-TriageDump -Id 4872', "Get-KernelThread -Id 4872 $few | New-TriageDump"
            }
            return $text.Replace('0xfffff80012345678', $address).Replace('ThreadId -eq 1204', "ThreadId -eq $threadId").Replace('-ThreadId 1204', "-ThreadId $threadId").
                Replace('-Process (Get-Process -Id 4872)', '-Id 4872').Replace('Get-Process w3wp', '4872').
                Replace('Invoke-Command -ComputerName (Get-Content servers.txt) {', '& {').
                Replace('Invoke-KernelTriage -ComputerName (Get-Content .\servers.txt) -Name w3wp -Destination', 'Invoke-KernelTriage -ComputerName none -Name w3wp -WhatIf -Destination')
        }

        foreach ($name in 'dumps', 'fleet', 'current') { $null = New-Item -ItemType Directory -Path ([System.IO.Path]::Combine($drive, $name)) }
        $texts = [ordered] @{}
        foreach ($name in $all.Keys | Sort-Object) {
            $number = 0
            foreach ($example in $all[$name].examples.example) { $number++; $texts["$name $number"] = Edit-Example "$($example.code)" }
        }
        $results = @{}
        # A file without a folder in its name goes into the current folder.
        $session = Invoke-Script -Setup "$setup`nSet-Location -LiteralPath '$([System.IO.Path]::Combine($drive, 'current'))'" -Variable @{ texts = $texts; results = $results } {
            foreach ($example in @($texts.Keys)) {
                $results[$example] = [System.Collections.Generic.List[object]]::new()
                # In the scope of the session, as at its prompt.
                try { . ([scriptblock]::Create($texts[$example])) 2>&1 | ForEach-Object { $results[$example].Add($_) } }
                catch { $results[$example].Add($_) }
            }
            $ErrorActionPreference
        }
    }

    It 'the examples of the help are many' -TestCases @{ Count = @($examples).Count } { $Count | Should -BeGreaterThan 25 }

    It 'the examples of the help of <Command> run without an error one after the other, number <Number>' -ForEach $examples {
        $Remark | Should -MatchExactly '(?s)^[A-Z].*\.$' -Because 'a sentence describes its purpose'
        $text = $texts["$Command $Number"]
        $result = $results["$Command $Number"]
        $errors = @($result | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { "$_" })
        if ($Code -match 'Get-KernelTriageWatch' -and -not (Test-Windows)) {
            "$errors" | Should -Match 'There is no task scheduler' -Because $text
            return
        }
        $errors | Should -BeNullOrEmpty -Because $text
        # Examples that look for what is rare may find nothing, and a guard writes nothing.
        if ($Code -notmatch 'Where PendingIrps|Event -eq Raised|egister-KernelTriageWatch|Get-KernelTriageWatch|Status -(eq Fail|ne Pass)|\bthrow\b') { $result.Count | Should -BeGreaterThan 0 -Because $text }
    }

    It 'the examples of the help leave the preferences of the session as they were' {
        $session.Error | Should -BeNullOrEmpty
        "$($session.Output)" | Should -BeExactly 'Continue'
    }
}
