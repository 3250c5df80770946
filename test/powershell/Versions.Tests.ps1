# Two versions, or two copies, of the module in one session: after an update, or a clone over the installed module.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $old = New-ModuleCopy -WithoutExecutable
    $new = New-ModuleCopy -WithoutExecutable
    foreach ($change in @(
            @($new, 'KernelTriage.psd1', "(?m)^    ModuleVersion = '[^']*'", "    ModuleVersion = '99.0.0'"),
            @($new, 'KernelTriage.types.ps1xml', '<Name>UserTime</Name>', '<Name>UserTimeOfNew</Name>'),
            @($new, 'KernelTriage.format.ps1xml', '<Label>WaitReason</Label>', '<Label>ReasonOfNew</Label>')
        )) {
        $file = [System.IO.Path]::Combine($change[0], $change[1])
        [System.IO.File]::WriteAllText($file, ([System.IO.File]::ReadAllText($file) -replace $change[2], $change[3]))
    }
    # Which version gives the type data and the view, as text: `old old`, `new new`, `none none`.
    $look = @'
function Look {
    $thread = [pscustomobject] @{ PSTypeName = 'KernelTriage.Thread'; ThreadId = 1; State = 'Wait'; UserTimeMs = 5 }
    $thread.PSTypeNames.Insert(1, 'KernelTriage.Record')
    $names = $thread.PSObject.Properties.Name
    $type = if ($names -contains 'UserTimeOfNew') { 'new' } elseif ($names -contains 'UserTime') { 'old' } else { 'none' }
    $text = $thread | Out-String
    $view = if ($text -match 'ReasonOfNew +WaitTime') { 'new' } elseif ($text -match 'WaitReason +WaitTime') { 'old' } else { 'none' }
    "$type $view"
}
function Remove-Version([string] $Base) { Get-Module KernelTriage -All | Where-Object ModuleBase -EQ $Base | Remove-Module }
'@
}

Describe 'Two versions in one session' -Tag Simulated {
    It 'the version that is imported last gives types and views, without a word, and its removal gives them back' {
        $run = Invoke-Script -NoModule -Setup $look -Variable @{ old = $old; new = $new } {
            Import-Module $old; Look
            Import-Module $new; Look
            Remove-Version $new; Look
            Import-Module $new; Remove-Version $old; Look
            Remove-Version $new; Look
            Import-Module $new; Import-Module $old; Look
            Remove-Version $new; Look
            Import-Module $old -Force; Look
        }
        $run.Error | Should -BeNullOrEmpty
        $run.Warning | Should -BeNullOrEmpty
        $run.Output | Should -Be @('old old', 'new new', 'old old', 'new new', 'none none', 'old old', 'old old', 'old old')
    }

    It 'a job and another runspace import either version, whatever the session has' {
        $run = Invoke-Script -NoModule -Setup $look -Variable @{ old = $old; new = $new; look = $look } {
            Import-Module $old
            $inRunspace = [powershell]::Create().AddScript("param(`$old, `$new) $look; Import-Module `$new; Look; Import-Module `$old; Look")
            $inRunspace.AddArgument($old).AddArgument($new).Invoke()
            $inRunspace.Streams.Error
            Start-Job { param($old, $new, $look) . ([scriptblock]::Create($look)); Import-Module $new; Look } -ArgumentList $old, $new, $look | Receive-Job -Wait -AutoRemoveJob
            Look
        }
        $run.Error | Should -BeNullOrEmpty
        $run.Output | Should -Be @('new new', 'old old', 'new new', 'old old')
    }

    It 'removal takes everything of the module away' {
        $run = Invoke-Script -NoModule -Variable @{ old = $old } {
            Import-Module $old
            @(Get-TypeData *KernelTriage.*).Count -gt 10
            Remove-Module KernelTriage
            @(Get-TypeData *KernelTriage.*).Count
            @(Get-FormatData KernelTriage.*).Count
            @(Get-Module -All | Where-Object Name -Like KernelTriage*).Count
            @(Get-Command -Module KernelTriage*).Count
        }
        $run.Output | Should -Be @($true, 0, 0, 0, 0)
    }
}

Describe 'An import that is not trusted' -Tag Simulated {
    It 'in Constrained Language the module refuses in one sentence' {
        $run = Invoke-Script -NoModule -Language ConstrainedLanguage -Variable @{ old = $old } { Import-Module $old }
        $run.Error | Should -Not -BeNullOrEmpty
        "$($run.Error[0])" | Should -BeExactly 'KernelTriage needs Full Language mode: an App Control policy must allow its signer, or its files.'
        @($run.Error | ForEach-Object { "$_".Split("`n").Count } | Where-Object { $_ -gt 1 }) | Should -BeNullOrEmpty
    }
}
