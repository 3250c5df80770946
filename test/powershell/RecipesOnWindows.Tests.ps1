# Recipes of docs/recipes.md on Windows code, from a kernel that is a stand-in (test/windows-stand-in/recipes.test.ts): as they are in the
# document, with a w3wp, a drive D: and a module that is found by its name. Nothing gives the module another machine.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-Module "$PSScriptRoot/RecipeTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $facts = Get-Prepared
    # The output of a script that must not write an error, at the root of D:.
    function Get-RecipeOutput([string] $Script, [hashtable] $Variable = @{}) {
        $before = $env:PSModulePath
        # Modules of all users are in the first folder; the recipe for operators writes one there.
        $env:PSModulePath = "C:\Program Files\WindowsPowerShell\Modules;$($facts.modules);$before"
        try { $run = Invoke-Script $Script -NoModule -Variable $Variable -Setup 'Set-Location -LiteralPath D:\' }
        finally { $env:PSModulePath = $before }
        @($run.Error | ForEach-Object { "$($_.FullyQualifiedErrorId): $_" }) | Should -BeNullOrEmpty
        return $run.Output
    }
}

Describe 'On PowerShell for Windows, the recipe' -Tag Prepared {
    AfterEach { Get-FileName D:\dumps | Should -HaveCount 0 }

    It 'on PowerShell for Windows, the recipe for what hangs captures what waits' {
        Get-RecipeOutput (Join-Recipe "$ThirdTimeItHangs`n`$groups = @({0})`n`$threads = 0; foreach (`$group in `$groups) { `$threads += `$group.Count }; `$threads`n$CountThreads`n{1}" (Get-Recipe 'Capture when something hangs')) |
            Should -Be @($facts.waiting, $facts.waiting)
    }

    It 'on PowerShell for Windows, the recipe for a task registers a command line that captures' {
        $script = Join-Recipe "$Tasks`n{0}`n$RunTask`n$CountThreads`n{1}" (Get-Recipe 'As a scheduled task')
        Get-RecipeOutput $script @{ engineProgram = Get-EngineProgram } | Should -BeExactly @('ended with 0 ', $facts.waiting, 'unregistered KernelTriage w3wp')
    }

    It 'on PowerShell for Windows, the recipe for operators makes a session in which they capture, and nothing else' {
        $script = Join-Recipe ("$Operators`n" + @'
            {0}
            $session = [runspacefactory]::CreateRunspace((Get-OperatorState))
            $session.Open()
'@ + "`n$TryWhatOperatorsMay`n" + @'
            $session.Dispose()
            # Searches of the engine leave handles of folders to the collector; Wine keeps a folder until they are closed.
            [System.GC]::Collect(); [System.GC]::WaitForPendingFinalizers()
'@ + "`n$CountThreads`n{1}`n[System.IO.Directory]::Exists(`$module)") (Get-Recipe 'For operators without administrator rights (JEA)')
        Get-RecipeOutput $script | Should -BeExactly (@(Get-OperatorRight $facts.waiting) + $facts.waiting + 'unregistered KernelTriage' + $false)
    }

    It 'on PowerShell for Windows, the recipe for the background gives what the job captured' {
        $block = Get-Recipe 'In the background'
        $script = Join-Recipe "{0}`n{1} | ForEach-Object { `"`$(`$_.PSTypeNames[0]) `$(`$_.ThreadCount)`" }`n$CountThreads`n{2}" $block[0], $block[1], $block[3]
        Get-RecipeOutput $script | Should -BeExactly @("Deserialized.KernelTriage.TriageDump $($facts.threads)", $facts.threads)
    }
}
