# What the module does with the process that it starts: stand-ins for ktriage, which are shell scripts, show it for every system.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $unix = -not (Test-Windows)
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    function Get-RecordSaying([string] $Name) { ConvertTo-Saying ([ordered] @{ kind = 'record'; type = 'Thread'; value = @{ Name = $Name } }) }
    $end = ConvertTo-Saying ([ordered] @{ kind = 'end'; records = 1; warnings = 0; errors = 0; exitCode = 0 })
    $takeRequest = 'read -r request; echo $$ > "$HERE/pid"'
    # Blocks until standard input ends, which is how the module cancels.
    $awaitCancel = 'cat > /dev/null; echo cancelled > "$HERE/cancelled"; exit 5'

    # The module with this stand-in; Invoke-Fake runs a script with it, Get-Written is what the stand-in wrote.
    function New-Fake([string] $Text) { New-ModuleCopy -Executable $Text }
    function Invoke-Fake([string] $Module, [string] $Script, [hashtable] $Option = @{}) { Invoke-Script $Script -Module $Module @Option }
    function Get-Written([string] $Module, [string] $Name) {
        $file = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($Module), $Name)
        if ([System.IO.File]::Exists($file)) { [System.IO.File]::ReadAllText($file) } else { '' }
    }
    function Test-Alive([string] $Module) {
        $id = [int] (Get-Written $Module pid)
        $id | Should -BeGreaterThan 0
        [bool] (Get-Process -Id $id -ErrorAction Ignore)
    }
}

Describe 'The child process' -Tag Simulated -Skip:(-not $unix) {
    It 'the child process gets one valid line, and standard input stays open' {
        $module = New-Fake "read -r request; printf '%s' `"`$request`" > `"`$HERE/request`"`ntimeout 1 cat > `"`$HERE/extra`"; echo `$? > `"`$HERE/status`"`n$end"
        $names = 'a"b\c', "d`te", "f`ng $([char] 0xe9)$([char] 0x20ac)$([char]::ConvertFromUtf32(0x1d11e))"
        $run = Invoke-Fake $module 'Get-KernelThread -Name $names -ThreadId 1, 4294967295' @{ Variable = @{ names = $names } }
        # The stand-in lists no thread, so the module misses both.
        $run.Error | Should -HaveCount 2
        Invoke-SourceFact request, ([System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($module), 'request')) | Should -Be true
        $request = ConvertFrom-Json (Get-Written $module request)
        $request.names | Should -BeExactly $names
        $request.threadIds | Should -Be @(1, 4294967295)
        $request.propertyCase, $request.adviceFor, $request.cancelOnEndOfInput | Should -BeExactly @('pascal', 'module', $true)
        Get-Written $module extra | Should -BeExactly ''
        # 124: `timeout` had to end a `cat` that still waited.
        Get-Written $module status | Should -BeExactly "124`n"
    }

    It 'the child process gives a record on before the next is made, also when a character is cut in two' {
        # The second record is made only after the script has seen the first.
        $module = New-Fake (@(
                $takeRequest, (Get-RecordSaying first), 'while [ ! -e "$HERE/seen" ]; do sleep 0.05; done'
                'printf ''{"kind":"record","type":"Thread","value":{"Name":"caf\303''; sleep 0.2; printf ''\251"}}\n''', $end
            ) -join "`n")
        $seen = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($module), 'seen')
        $run = Invoke-Fake $module 'Get-KernelThread | ForEach-Object { [System.IO.File]::WriteAllText($seen, ''''); $_.Name }' @{ Variable = @{ seen = $seen } }
        $run.Error | Should -HaveCount 0
        $run.Output | Should -BeExactly @('first', "caf$([char] 0xe9)")
    }

    It 'the child process gives records in a row, and what is between them, each once, in order and with its type' {
        function Get-Line([string] $Name, [string] $Type = 'Thread', [string] $After = '') { "{`"kind`":`"record`",`"type`":`"$Type`",`"value`":{`"Name`":$(ConvertTo-Json $Name)}$After}" }
        # Each chunk is one write, and comes when the one before has been read.
        $chunks = @(
            , @(Get-Line one)
            , @((Get-Line "two}`n{`"kind`":`"record`",`"type`":`"Thread`",`"value`":"), (Get-Line 'three [},{'), (Get-Line four))
            , @((Get-Line five), '{"kind":"warning","message":"look out"}', (Get-Line six))
            , @((Get-Line seven), (Get-Line eight Version), (Get-Line nine Version))
            , @((Get-Line ten Version), (Get-Line eleven Version))
            , @((Get-Line twelve Version), (Get-Line thirteen), (Get-Line fourteen))
            , @((Get-Line fifteen Thread ',"done":5'), (Get-Line sixteen Thread ',"done":5'))
        )
        $says = foreach ($chunk in $chunks) { "printf '%s\n' $(($chunk | ForEach-Object { "'$_'" }) -join ' ')"; 'sleep 0.2' }
        $module = New-Fake (@($takeRequest) + $says + $end -join "`n")
        $run = Invoke-Fake $module 'Get-KernelThread | ForEach-Object { "$($_.PSTypeNames[0]) $($_.PSTypeNames[1]) $($_.Name)" }'
        $run.Error | Should -HaveCount 0
        $run.Warning.Message | Should -Be 'look out'
        $names = 'one', "two}`n{`"kind`":`"record`",`"type`":`"Thread`",`"value`":", 'three [},{', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen'
        $run.Output | Should -BeExactly @(
            foreach ($name in $names) { "KernelTriage.$(if ($name -cin 'eight', 'nine', 'ten', 'eleven', 'twelve') { 'Version' } else { 'Thread' }) KernelTriage.Record $name" }
        )
    }

    It 'the child process has both its pipes drained' {
        $module = New-Fake (@(
                $takeRequest, 'i=0; while [ $i -lt 4000 ]; do echo "$i .............................................................." >&2; i=$((i+1)); done'
                (Get-RecordSaying 'after much talk'), $end
            ) -join "`n")
        $run = Invoke-Fake $module '(Get-KernelThread).Name'
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be 'after much talk'
    }

    It 'the child process gives messages that become warnings, progress and errors' {
        $module = New-Fake (@(
                $takeRequest
                ConvertTo-Saying ([ordered] @{ kind = 'progress'; activity = 'Working'; status = 'half'; percent = 50 })
                ConvertTo-Saying ([ordered] @{ kind = 'warning'; message = 'look out' })
                ConvertTo-Saying ([ordered] @{ kind = 'error'; code = 'CaptureDenied'; message = 'No.'; advice = 'Ask.'; target = 'x'; ntStatus = '0xC0000022' })
                ConvertTo-Saying ([ordered] @{ kind = 'error'; code = 'FromTheFuture'; message = 'Who knows.'; advice = 'Wait.' })
                ConvertTo-Saying ([ordered] @{ kind = 'progress'; activity = 'Working'; done = $true })
                $end
            ) -join "`n")
        $run = Invoke-Fake $module 'Get-KernelThread -ErrorVariable e; $e[0].Exception.Data[''ntStatus'']'
        $run.Warning.Message | Should -Be 'look out'
        $progress = @($run.Progress | Where-Object Activity -EQ Working)
        $progress | Should -HaveCount 2
        $progress[0].StatusDescription, $progress[0].PercentComplete, $progress[0].RecordType | Should -Be @('half', 50, 'Processing')
        $progress[1].RecordType | Should -Be Completed
        $run.Error.FullyQualifiedErrorId | Should -BeExactly @('CaptureDenied,Get-KernelThread', 'FromTheFuture,Get-KernelThread')
        $run.Error.CategoryInfo.Category | Should -Be @('PermissionDenied', 'NotSpecified')
        $run.Error[0].TargetObject, $run.Error[0].ErrorDetails.RecommendedAction | Should -Be @('x', 'Ask.')
        $run.Error[1].TargetObject | Should -BeNullOrEmpty
        $run.Output | Should -BeExactly '0xC0000022'
    }

    It 'the child process is cancelled and waited for when the pipeline <When>' -ForEach @(
        @{ When = 'is stopped'; Option = @{ StopAtFirst = 'Output' }; Script = 'Get-KernelThread' }
        @{ When = 'has its first record'; Option = @{}; Script = 'Get-KernelThread | Select-Object -First 1' }
        @{ When = 'fails further down'; Option = @{}; Script = 'Get-KernelThread | ForEach-Object { throw ''no more'' }' }
    ) {
        $module = New-Fake "$takeRequest; $(Get-RecordSaying only); $awaitCancel"
        $null = Invoke-Fake $module $Script $Option
        Get-Written $module cancelled | Should -BeExactly "cancelled`n"
        Test-Alive $module | Should -BeFalse
    }

    It 'the child process is ended at once when the pipeline is stopped while it writes nothing' {
        $module = New-Fake "$takeRequest; : > `"`$HERE/started`"; $awaitCancel"
        $run = Invoke-Fake $module 'Get-KernelThread' @{ StopAtFile = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($module), 'started') }
        $run.State | Should -Be Stopped
        $run.Time - $run.StopTime | Should -BeLessThan 2000
        Test-Alive $module | Should -BeFalse
    }

    It 'the child process is cancelled while it is busy writing' {
        $saying = Get-RecordSaying '..............................................'
        $module = New-Fake (@(
                $takeRequest, '(cat > /dev/null; echo cancelled > "$HERE/cancelled") <&0 &'
                "i=0; while [ `$i -lt 20000 ]; do $saying; i=`$((i+1)); done; wait; exit 5"
            ) -join "`n")
        $null = Invoke-Fake $module 'Get-KernelThread | Select-Object -First 1'
        Test-Alive $module | Should -BeFalse
    }

    It 'the child process is killed when it does not listen' {
        $module = New-Fake "$takeRequest; $(Get-RecordSaying deaf); exec sleep 60"
        $run = Invoke-Fake $module 'Get-KernelThread | Select-Object -First 1 | ForEach-Object Name'
        $run.Output | Should -Be deaf
        $run.Time | Should -BeLessThan 15000
        Test-Alive $module | Should -BeFalse
    }

    It 'the child process is named in an error when its answer ends too early, and what came is kept' {
        $module = New-Fake "$takeRequest; $(Get-RecordSaying kept); echo 'out of memory' >&2; exit 134"
        $run = Invoke-Fake $module '(Get-KernelThread).Name'
        $run.Output | Should -Be kept
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -BeExactly 'ExecutableFailed,Get-KernelThread'
        $run.Error[0].CategoryInfo.Category | Should -Be ProtocolError
        "$($run.Error[0])" | Should -Match '(?s)exit code 134.*out of memory'
        $run.Error[0].TargetObject | Should -Match 'ktriage$'
    }

    It 'the child process is named in an error when it is not ktriage' {
        $module = New-Fake "$takeRequest; echo 'usage: something else'; $awaitCancel"
        $run = Invoke-Fake $module 'Get-KernelThread'
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -BeExactly 'ExecutableFailed,Get-KernelThread'
        "$($run.Error[0])" | Should -Match 'usage: something else'
        Test-Alive $module | Should -BeFalse
    }

    It 'the child process is not blamed when ConvertFrom-Json cannot be loaded' {
        $module = New-Fake "$takeRequest; $(Get-RecordSaying lost); $end; $awaitCancel"
        $run = Invoke-Fake $module @'
            Remove-Module Microsoft.PowerShell.Utility -Force -ErrorAction Ignore
            # The request is written with this one.
            Import-Module Microsoft.PowerShell.Utility -Cmdlet ConvertTo-Json -Global
            $global:PSModuleAutoLoadingPreference = 'None'
            Get-KernelThread
'@
        $run.Error | Should -HaveCount 1
        "$($run.Error[0])" | Should -Match ConvertFrom-Json
        "$($run.Error[0])" | Should -Not -Match 'is not ktriage'
        Test-Alive $module | Should -BeFalse
    }

    It 'the child process is named in an error when there is no executable, or one that cannot be started' {
        $missing = Invoke-Fake (New-ModuleCopy -WithoutExecutable) 'Get-KernelThread'
        $missing.Error | Should -HaveCount 1
        $missing.Error[0].FullyQualifiedErrorId | Should -BeExactly 'ExecutableNotFound,Get-KernelThread'
        $missing.Error[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $missing.Error[0].TargetObject | Should -Match 'KernelTriage[\\/]bin[\\/]ktriage'
        $module = New-Fake 'exit 0'
        [System.IO.File]::WriteAllText("$module/bin/ktriage", 'not a program')
        $broken = Invoke-Fake $module 'Get-KernelThread'
        $broken.Error | Should -HaveCount 1
        "$($broken.Error[0].CategoryInfo.Category)" | Should -Match 'ObjectNotFound|ProtocolError'
    }

    It 'a child process that never ended its progress has it taken away' {
        $module = New-Fake 'read -r line; echo ''{"kind":"progress","activity":"looking","percent":3}''; exit 3'
        $run = Invoke-Fake $module 'Get-KernelThread'
        @($run.Progress | Where-Object Activity -EQ looking).RecordType | Should -Be @('Processing', 'Completed')
    }
}

Describe 'ktriage and the module' -Tag Simulated {
    It 'ktriage and the module refuse to work together when their versions differ' {
        $module = New-ModuleCopy -WithExecutable
        $manifest = "$module/KernelTriage.psd1"
        [System.IO.File]::WriteAllText($manifest, ([System.IO.File]::ReadAllText($manifest) -replace 'ModuleVersion = ''.*''', 'ModuleVersion = ''99.1.2'''))
        $run = Invoke-Fake $module 'Get-KernelThread -Machine simulated:w3wp-oplock'
        $run.Output | Should -HaveCount 0
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -BeExactly 'VersionMismatch,Get-KernelThread'
        $run.Error[0].CategoryInfo.Category | Should -Be InvalidOperation
        "$($run.Error[0])" | Should -Match '99\.1\.2'
        $run.Error[0].TargetObject | Should -Match ktriage
    }
}
