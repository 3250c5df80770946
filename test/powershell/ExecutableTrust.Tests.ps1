BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $onWindows = Test-Windows
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $name = if (Test-Windows) { 'ktriage.exe' } else { 'ktriage' }
}

Describe 'The executable of the module' -Tag Simulated, Windows {
    It 'the executable of the module is refused when it is not the one that the module was built with' {
        $place = New-Folder
        # The hashes of the build stay in this copy.
        $module = New-ModuleCopy -Parent $place -WithExecutable
        $planted = [System.IO.Path]::Combine($module, 'bin', $name)
        [System.IO.File]::Delete($planted)
        if (Test-Windows) { [System.IO.File]::WriteAllText($planted, 'no program') } else { Set-Program $planted "touch '$place/ran'`n" }
        $run = Invoke-Script 'Get-KernelThread -Name x' -Module $module
        $run.Error.FullyQualifiedErrorId | Should -BeExactly 'ExecutableNotTrusted,Get-KernelThread'
        [System.IO.Path]::Combine($place, 'ran') | Should -Not -Exist
    }

    It 'the executable of the module is hashed once in a process, and again when it or what is asked of it has changed' {
        $run = Invoke-Script -Variable @{ name = $name } {
            $null = Get-KernelThread -Snapshot -Machine simulated:idle
            $m = Get-Module KernelTriage
            $path = & $m { param($name) [System.IO.Path]::Combine($script:ExecutableFolder, $name) } $name
            $slot = & $m { param($path) Get-TrustedStampName $path } $path
            $kept = [System.AppDomain]::CurrentDomain.GetData($slot)
            "$kept".Length -gt 64
            # Another runspace of this process believes what is remembered: a hash that no file has, here.
            $other = [powershell]::Create().AddScript({
                    param($module, $name, $slot, $path)
                    Import-Module $module
                    $m = Get-Module KernelTriage
                    & $m { param($name) $script:ExecutableHash = @{ $name = 'NO SUCH HASH' } } $name
                    [System.AppDomain]::CurrentDomain.SetData($slot, (& $m { param($path) Get-ExecutableStamp $path 'NO SUCH HASH' } $path))
                    @(Get-KernelThread -Name w3wp -Snapshot -Machine simulated:w3wp-oplock).Count
                })
            $other.AddArgument($m.ModuleBase).AddArgument($name).AddArgument($slot).AddArgument($path).Invoke()
            # This one asks for another hash, so that nothing remembered counts; the memory is mended by it.
            @(Get-KernelThread -Name w3wp -Snapshot -Machine simulated:w3wp-oplock).Count
            [System.AppDomain]::CurrentDomain.GetData($slot) -ceq $kept
            & $m { param($name) $script:ExecutableHash = @{ $name = 'NO SUCH HASH' } } $name
            Get-KernelThread -Name x
        }
        $run.Output | Should -Be @($true, 300, 300, $true)
        $run.Error.FullyQualifiedErrorId | Should -BeExactly 'ExecutableNotTrusted,Get-KernelThread'
    }
}

# Each system has a test of its own: rights to execute are Unix's, and files that cannot be written to while they are open are Windows'.
Describe 'The executable of the module on Unix' -Tag Simulated -Skip:$onWindows {
    It 'the executable of the module on Unix comes with the line for the shell that mends it when unpacking has lost that it is executable' {
        $module = New-ModuleCopy -Executable 'exit 0'
        & chmod 644 "$module/bin/ktriage"
        $run = Invoke-Script 'Get-KernelThread -Name x' -Module $module
        $run.Error.FullyQualifiedErrorId | Should -BeExactly 'ExecutableNotFound,Get-KernelThread'
        "$($run.Error[0])" | Should -Match 'Permission denied'
        $run.Error[0].ErrorDetails.RecommendedAction -match ': (chmod .*)$' | Should -BeTrue
        & sh -c $Matches[1]
        $LASTEXITCODE | Should -Be 0
        & stat -c %a "$module/bin/ktriage" | Should -Be 755
    }
}

Describe 'The executable of the module on Windows' -Tag Windows {
    It 'the executable of the module on Windows cannot be exchanged between its check and its start' {
        $run = Invoke-Script {
            $m = Get-Module KernelTriage
            & $m {
                function script:Test-KernelTriageExecutable([string] $Path) {
                    $script:opened = $true
                    try { [System.IO.File]::Open($Path, 'Open', 'ReadWrite', 'ReadWrite').Dispose() } catch { $script:opened = $false }
                    return $true
                }
            }
            @(Get-KernelThread -Name w3wp -Snapshot -Machine simulated:w3wp-oplock).Count
            & $m { $script:opened }
        }
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @(300, $false)
    }
}
