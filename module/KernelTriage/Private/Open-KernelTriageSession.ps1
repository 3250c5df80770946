# Variables of this process that the child is given; every other one stays out. What Node, OpenSSL or the packager take
# from the environment (NODE_*, OPENSSL_*, SSL_*, PKG_*) could run code in a process that is elevated.
$script:PassedVariable = @(
    'SystemRoot', 'SystemDrive', 'windir', 'COMPUTERNAME', 'USERNAME', 'USERPROFILE', 'LOCALAPPDATA', 'ProgramData',
    'TEMP', 'TMP', 'TMPDIR', 'HOME', 'LANG', 'TZ', 'HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY', 'KTRIAGE_SYMBOL_CREDENTIALS'
)

# Those of the debuggers; their relative folders are the session's.
$script:PassedSymbolPath = @('_NT_SYMBOL_PATH', '_NT_ALT_SYMBOL_PATH', '_NT_EXECUTABLE_IMAGE_PATH')

# The next step where the module has the executable of the other system alone: the package of the gallery is for Windows. This module
# accepts the executable of each system by its hash.
function Get-OtherSystemAdvice([bool] $ForWindows) {
    $name, $other, $system = if ($ForWindows) { 'ktriage.exe', 'ktriage', 'win-x64' } else { 'ktriage', 'ktriage.exe', 'linux-x64' }
    $folder = $script:ExecutableFolder
    if ([System.IO.File]::Exists([System.IO.Path]::Combine($folder, $name)) -or -not [System.IO.File]::Exists([System.IO.Path]::Combine($folder, $other))) { return }
    $version = $ExecutionContext.SessionState.Module.Version
    if ($ForWindows) { return "This copy of the module has no executable for Windows. Unpack ktriage.exe and koffi.node of ktriage-$version-$system.zip, from the same release, into $folder." }
    return "The package of the gallery has the executable for Windows alone. Unpack that for Linux, from the same release: unzip ktriage-$version-$system.zip ktriage -d '$($folder.Replace("'", "'\''"))'"
}

# Starts ktriage from the module's own folder, never from PATH, and returns what the other functions need of it.
function Open-KernelTriageSession([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Verb) {
    $isWindows5Or7 = [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT
    $folder = $script:ExecutableFolder
    $path = [System.IO.Path]::Combine($folder, $(if ($isWindows5Or7) { 'ktriage.exe' } else { 'ktriage' }))

    $start = [System.Diagnostics.ProcessStartInfo]::new($path, "$Verb -")
    $start.UseShellExecute = $false
    # Without the console of this process the child does not get Ctrl+C: the end of its input cancels it.
    $start.CreateNoWindow = $true
    # Windows looks for libraries in the working directory too.
    $start.WorkingDirectory = $folder
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = [System.Text.UTF8Encoding]::new($false)
    $start.StandardErrorEncoding = [System.Text.UTF8Encoding]::new($false)
    # Where the environment of this process has two names that differ only in case (Path and PATH), .NET Framework throws
    # when it is asked for the first time, and has a part of them ready the second time.
    try { $null = $start.EnvironmentVariables }
    catch { Write-ModuleVerbose $Cmdlet $_.Exception.Message }
    $variables = $start.EnvironmentVariables
    if ($null -ne $variables) { $variables.Clear() }
    if ($null -eq $variables -or $variables.Count -ne 0) {
        $text = "Cannot start ${path}: the environment of this process cannot be kept from it."
        $Cmdlet.ThrowTerminatingError((New-KernelTriageErrorRecord 'ExecutableNotFound' $text -Target $path))
    }
    foreach ($name in $script:PassedVariable) {
        $value = [System.Environment]::GetEnvironmentVariable($name)
        if ($value) { $variables[$name] = $value }
    }
    foreach ($name in $script:PassedSymbolPath) {
        $value = [System.Environment]::GetEnvironmentVariable($name)
        if ($value) { $variables[$name] = Resolve-SymbolPath $Cmdlet $value }
    }

    try {
        if (-not [System.IO.File]::Exists($path)) { throw [System.IO.FileNotFoundException]::new('the file is not there') }
        # Held open, so that the file cannot change between the check and the start.
        $held = [System.IO.File]::Open($path, 'Open', 'Read', 'Read')
        try {
            $isTrusted = Test-KernelTriageExecutable $path
            if ($isTrusted) { $process = [System.Diagnostics.Process]::Start($start) }
        }
        finally { $held.Dispose() }
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        # 13 is EACCES: Expand-Archive and others lose the right to execute when they unpack.
        $isForbidden = -not $isWindows5Or7 -and $cause -is [System.ComponentModel.Win32Exception] -and $cause.NativeErrorCode -eq 13
        $advice = if ($isForbidden) { "Let it be executed: chmod a+x '$($path.Replace("'", "'\''"))'" } else { Get-OtherSystemAdvice $isWindows5Or7 }
        $text = "Cannot start ${path}: $($cause.Message.TrimEnd('.'))."
        $Cmdlet.ThrowTerminatingError((New-KernelTriageErrorRecord 'ExecutableNotFound' $text -Target $path -Advice $advice))
    }
    if (-not $isTrusted) {
        $text = "$path is not the executable that this module was built with."
        $Cmdlet.ThrowTerminatingError((New-KernelTriageErrorRecord 'ExecutableNotTrusted' $text -Target $path))
    }
    return @{
        Path = $path
        Process = $process
        # StandardOutput itself reads 4 KiB at a time. Texts of 85,000 bytes would go to the heap of large objects, whose collections walk all.
        Reader = [System.IO.StreamReader]::new($process.StandardOutput.BaseStream, [System.Text.UTF8Encoding]::new($false), $false, 32768)
        Buffer = [char[]]::new(32768)
        # The read that is under way, and the text after the last end of a line.
        Pending = $null
        Rest = [System.Text.StringBuilder]::new(36000)
        # Where lines become an array of JSON.
        Array = [System.Text.StringBuilder]::new(36000)
        # The lines that were read last, until their messages are known.
        InHand = ''
        # Both pipes are drained, or a full one would stop the child.
        ErrorText = $process.StandardError.ReadToEndAsync()
        HasEnd = $false
        # What comes while the session is closed is kept, because the caller wants it.
        KeepsLate = $false
        Clock = [System.Diagnostics.Stopwatch]::StartNew()
        ProgressClock = $null
        # The activity with progress on the screen that is not completed.
        Activity = $null
    }
}
