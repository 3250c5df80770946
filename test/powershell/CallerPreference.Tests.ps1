# What a script or function around a command prefers counts for the command, as it does for commands of the engine.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $commands = Get-PublicName
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $on = @{ Machine = 'simulated:w3wp-oplock' }
}

Describe 'The preferences of the caller' -Tag Simulated {
    It 'the preferences of the caller are taken by <_>' -ForEach $commands {
        $body = (Get-Command $_).ScriptBlock.Ast.Body
        $first = @(if ($body.BeginBlock) { $body.BeginBlock.Statements[0] } else { $body.EndBlock.Statements[0] })[0]
        "$first" | Should -BeExactly '. $script:UseCallerPreference'
    }

    It 'the preferences of the caller keep a wrapper with -WhatIf from touching anything' {
        $byParameter, $byVariable, $live = (New-Folder), (New-Folder), (New-Folder)
        $run = Invoke-Script -Variable @{ on = $on; byParameter = $byParameter; byVariable = $byVariable; live = "$live/a.dmp" } {
            function Save-It { [CmdletBinding(SupportsShouldProcess = $true)] param($To) Get-KernelThread w3wp -ThreadId 10276 @on | New-TriageDump $To }
            (Save-It $byParameter -WhatIf).PSTypeNames[0]
            function Save-Other { param($To) $WhatIfPreference = $true; Get-KernelThread w3wp -ThreadId 10276 @on | New-TriageDump $To }
            (Save-Other $byVariable).PSTypeNames[0]
            function Save-Live { [CmdletBinding(SupportsShouldProcess = $true)] param($To) New-LiveKernelDump $To @on }
            (Save-Live $live -WhatIf).PSTypeNames[0]
        }
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @('KernelTriage.TriagePlan', 'KernelTriage.TriagePlan', 'KernelTriage.LivePlan')
        foreach ($folder in $byParameter, $byVariable, $live) { Get-FileName $folder | Should -HaveCount 0 }
    }

    It 'the preferences of the caller end a function at its first error, or keep it silent, unless the parameter differs' {
        $run = Invoke-Script -Variable @{ on = $on } {
            function Stop-First { $ErrorActionPreference = 'Stop'; Get-KernelThread nowhere @on; 'went on' }
            try { Stop-First } catch { "$($_.FullyQualifiedErrorId)" }
            function Stop-ByParameter { [CmdletBinding()] param() Get-KernelThread nowhere @on; 'went on' }
            try { Stop-ByParameter -ErrorAction Stop } catch { "$($_.FullyQualifiedErrorId)" }
            function Say-Nothing { $ErrorActionPreference = 'SilentlyContinue'; Get-KernelThread nowhere @on; 'silent' }
            Say-Nothing
            function Go-On { $ErrorActionPreference = 'Stop'; Get-KernelThread nowhere @on -ErrorAction SilentlyContinue; 'went on' }
            Go-On
        }
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @('ProcessNotFound,Get-KernelThread', 'ProcessNotFound,Get-KernelThread', 'silent', 'went on')
    }

    It 'the preferences of the caller answer questions in place of the user' {
        $run = Invoke-Script -Variable @{ on = $on; byParameter = "$(New-Folder)/a.dmp"; byVariable = "$(New-Folder)/a.dmp" } {
            function Save-It { [CmdletBinding(SupportsShouldProcess = $true)] param($To) New-LiveKernelDump $To @on }
            (Save-It $byParameter -Confirm:$false).Verified
            function Save-Other { param($To) $ConfirmPreference = 'None'; New-LiveKernelDump $To @on }
            (Save-Other $byVariable).Verified
        }
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @($true, $true)
    }

    It 'the preferences of the caller show verbose text' {
        $run = Invoke-Script 'function Show-All { [CmdletBinding()] param() $null = Get-KernelThread w3wp -Snapshot @on }; Show-All -Verbose' -Variable @{ on = $on }
        "$($run.Verbose)" | Should -Match 'gave 300 records'
    }
}
