# All that the child is given of the environment, with traps on PATH and in the current folder. The child leaves what it saw in files beside
# itself: on Unix it is a shell script, on Windows the program $env:KTRIAGE_TEST_PROGRAM (child.c).
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $missing = (Test-Windows) -and -not $env:KTRIAGE_TEST_PROGRAM
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    # By what it is for; whatever else is around the engine stays outside.
    $handedOn = @(
        'SystemRoot', 'SystemDrive', 'windir', 'ProgramData', 'COMPUTERNAME'
        'USERNAME', 'USERPROFILE', 'LOCALAPPDATA', 'HOME', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'TZ'
        '_NT_SYMBOL_PATH', '_NT_ALT_SYMBOL_PATH', '_NT_EXECUTABLE_IMAGE_PATH'
        'HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY', 'KTRIAGE_SYMBOL_CREDENTIALS'
    )
    $harmful = @(
        'NODE_OPTIONS', 'NODE_PATH', 'NODE_COMPILE_CACHE', 'NODE_V8_COVERAGE', 'NODE_EXTRA_CA_CERTS', 'NODE_DEBUG'
        'NODE_REPL_EXTERNAL_MODULE', 'NODE_REDIRECT_WARNINGS', 'NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_CHANNEL_FD'
        'OPENSSL_CONF', 'OPENSSL_MODULES', 'SSL_CERT_FILE', 'SSLKEYLOGFILE', 'PKG_EXECPATH', 'PKG_CACHE_PATH'
        'LD_LIBRARY_PATH', 'LD_AUDIT', 'LD_PRELOAD', 'DYLD_INSERT_LIBRARIES', 'COR_PROFILER_PATH', 'NPM_CONFIG_PREFIX', 'PATHEXT'
    )
    $onWindows = Test-Windows
    $name = if ($onWindows) { 'ktriage.exe' } else { 'ktriage' }
    function Set-Child([string] $File) {
        if ($onWindows) { [System.IO.File]::Copy($env:KTRIAGE_TEST_PROGRAM, $File, $true); return }
        $place = [System.IO.Path]::GetDirectoryName($File)
        Set-Program $File (@(
                "read -r request; printf '%s' `"`$request`" > '$place/request'; env > '$place/environment'; pwd > '$place/folder'; echo `"`$*`" > '$place/arguments'"
                'echo ''{"kind":"end","records":0,"warnings":0,"errors":0,"exitCode":0}'''
            ) -join "`n")
    }

    # The module with such a child.
    function New-Watched {
        $module = New-ModuleCopy -WithoutExecutable
        Set-Child ([System.IO.Path]::Combine($module, 'bin', $name))
        return $module
    }
    function Get-Seen([string] $Module, [string] $What) { [System.IO.File]::ReadAllText([System.IO.Path]::Combine($Module, 'bin', $What)).Trim() }
}

Describe 'The environment of the child' -Tag Simulated, Windows -Skip:$missing {
    It 'the environment of the child is built, and the child is started by its path, in its own folder' {
        $module = New-Watched
        $trap = New-Folder
        foreach ($each in $name, 'node', 'node.exe', 'npm', 'npm.cmd', 'koffi.node', 'dbghelp.dll') { Set-Child ([System.IO.Path]::Combine($trap, $each)) }
        $variables = @{ _NT_SYMBOL_PATH = 'srv*symbols*https://symbols.invalid'; HTTPS_PROXY = 'http://proxy.invalid'; PATH = $trap }
        foreach ($each in $harmful) { $variables[$each] = 'harm' }
        $before = @{}
        $current = [System.IO.Directory]::GetCurrentDirectory()
        foreach ($each in $variables.Keys) { $before[$each] = [System.Environment]::GetEnvironmentVariable($each) }
        try {
            foreach ($each in $variables.Keys) { [System.Environment]::SetEnvironmentVariable($each, $variables[$each]) }
            [System.IO.Directory]::SetCurrentDirectory($trap)
            $run = Invoke-Script 'Set-Location -LiteralPath $trap; Get-KernelThread' -Module $module -Variable @{ trap = $trap }
        }
        finally {
            [System.IO.Directory]::SetCurrentDirectory($current)
            # PowerShell would pass an empty text for $null, and .NET 9 and later keep a variable that is empty.
            foreach ($each in $before.Keys) {
                $value = if ($null -eq $before[$each]) { [System.Management.Automation.Language.NullString]::Value } else { $before[$each] }
                [System.Environment]::SetEnvironmentVariable($each, $value)
            }
        }
        $run.Error | Should -HaveCount 0
        [System.IO.Path]::Combine($trap, 'environment') | Should -Not -Exist

        $lines = @((Get-Seen $module environment) -split '\r?\n')
        # A relative folder is the session's, not the child's.
        $lines | Should -Contain "_NT_SYMBOL_PATH=srv*$([System.IO.Path]::Combine($trap, 'symbols'))*https://symbols.invalid"
        $lines | Should -Contain 'HTTPS_PROXY=http://proxy.invalid'
        # What the shell of a stand-in exports of itself, and what Wine gives every process.
        $own = '^(?:PWD|OLDPWD|SHLVL|_|WINE[A-Z0-9]+)$'
        @($lines | ForEach-Object { $_.Substring(0, $_.IndexOf('=', 1)) }) | Where-Object { $_ -notin $handedOn -and $_ -notmatch $own } | Should -BeNullOrEmpty
        Get-Seen $module folder | Should -Be ([System.IO.Path]::Combine($module, 'bin'))
        Get-Seen $module arguments | Should -BeExactly 'threads -'
    }

    It 'the environment of the child has the symbol paths that are given, with the folders of the session' {
        $module = New-Watched
        $session = New-Folder
        $rooted = if ($onWindows) { 'C:\sym', '\\server\sym' } else { '/sym', '//server/sym' }
        # No path of Windows has them; elsewhere a folder may have such a name.
        $impossible = if ($onWindows) { '"loose"', 'srv*a<b*"near"', 'c|d' } else { @() }
        $given = @($impossible) + 'loose', 'srv*near dir*../far*https://s.invalid/x', 'SYMSRV*symsrv.dll*near', 'cache*', 'srv*' + $rooted
        $run = Invoke-Script 'Set-Location -LiteralPath $session; Get-KernelStack -LiteralPath a.dmp -SymbolPath $symbols -ImagePath $images' -Module $module -Variable @{
            session = $session; symbols = $given -join ';'; images = "drivers;$($rooted[0])"
        }
        $run.Error | Should -HaveCount 0
        $here = "$session$([System.IO.Path]::DirectorySeparatorChar)"
        $request = ConvertFrom-Json (Get-Seen $module request)
        $request.paths | Should -BeExactly "${here}a.dmp"
        $request.symbolPath | Should -BeExactly (@(
                $impossible; "${here}loose"; "srv*${here}near dir*${here}../far*https://s.invalid/x"; "SYMSRV*symsrv.dll*${here}near"; 'cache*'; 'srv*'; $rooted
            ) -join ';')
        $request.imagePath | Should -BeExactly "${here}drivers;$($rooted[0])"
    }

    It 'the environment of the child has a login for a symbol server in the request alone' {
        $module = New-Watched
        $password = [securestring]::new()
        foreach ($letter in 'hush"7Zq\'.ToCharArray()) { $password.AppendChar($letter) }
        $login = [pscredential]::new('contoso\me', $password)
        $run = Invoke-Script 'Get-KernelStack -LiteralPath a.dmp -SymbolPath srv*https://s.invalid -SymbolCredential $login -Verbose -Debug' -Module $module -Variable @{ login = $login }
        $run.Error | Should -HaveCount 0
        $request = ConvertFrom-Json (Get-Seen $module request)
        $request.symbolCredentials | Should -HaveCount 1
        $request.symbolCredentials[0].userName | Should -BeExactly 'contoso\me'
        $request.symbolCredentials[0].password | Should -BeExactly 'hush"7Zq\'
        foreach ($what in 'environment', 'arguments') { Get-Seen $module $what | Should -Not -Match '7Zq' }
        ($run.Verbose + $run.Debug + $run.Warning + $run.Output | Out-String) | Should -Not -Match '7Zq'
    }
}
