# The computers of a fan-out, and the work at each of them. The main thread alone writes to the pipeline.

# Names of folders that differ on every system, from names that users and DNS chose.
function ConvertTo-ComputerFolder([string] $Name, [System.Collections.Generic.HashSet[string]] $Taken) {
    $safe = ($Name -replace '[^\w.-]', '_').Trim('.')
    # Devices have these names in every folder of Windows.
    if (-not $safe -or $safe -match '^(con|prn|aux|nul|com\d|lpt\d)(\.|$)') { $safe = "_$safe" }
    $unique = $safe
    for ($number = 2; -not $Taken.Add($unique.ToLowerInvariant()); $number++) { $unique = "$safe-$number" }
    return $unique
}

# A folder that its owner and administrators alone may read, as dumps are.
function New-PrivateFolder([string] $Path) {
    if ([System.IO.Directory]::Exists($Path)) { return }
    if ([System.Environment]::OSVersion.Platform -ne [System.PlatformID]::Win32NT) {
        $null = [System.IO.Directory]::CreateDirectory($Path, [System.IO.UnixFileMode] 'UserRead, UserWrite, UserExecute')
        return
    }
    $security = [System.Security.AccessControl.DirectorySecurity]::new()
    $me = [System.Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    $security.SetSecurityDescriptorSddlForm("D:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;FA;;;$me)", 'Access')
    if ($script:IsWindowsPowerShell) { $null = [System.IO.Directory]::CreateDirectory($Path, $security) }
    else { [System.IO.FileSystemAclExtensions]::Create([System.IO.DirectoryInfo]::new($Path), $security) }
}

# The files of this module with their hashes, by the names below its folder; nothing when its executable is not the one it was built with.
function Get-ModuleFile([System.Management.Automation.PSCmdlet] $Cmdlet) {
    $folder = $PSScriptRoot
    $root = $script:ExecutableFolder
    if ([System.IO.Path]::GetFileName($root) -eq 'bin') { $folder = [System.IO.Path]::GetDirectoryName($root) }
    $hash = @{}
    foreach ($file in [System.IO.Directory]::GetFiles($folder, '*', 'AllDirectories')) {
        if (-not (Test-KernelTriageExecutable $file)) {
            $Cmdlet.ThrowTerminatingError((New-KernelTriageErrorRecord 'ExecutableNotTrusted' "$file is not the executable that this module was built with." -Target $file))
        }
        $name = $file.Substring($folder.Length + 1).Replace('\', '/')
        $hash[$name] = (Microsoft.PowerShell.Utility\Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash
    }
    if (-not $hash.ContainsKey('KernelTriage.psd1')) {
        $text = "$folder is not the folder of a built module, so it cannot be copied to other computers."
        $Cmdlet.ThrowTerminatingError((New-KernelTriageErrorRecord 'ExecutableNotFound' $text -Target $folder))
    }
    return @{ Folder = $folder; Hash = $hash }
}

# Runs one script for a computer in the pool, without waiting for it.
function Start-FanOutWork([System.Management.Automation.Runspaces.RunspacePool] $Pool, [string] $Script, [hashtable] $State, [hashtable] $Order) {
    $shell = [powershell]::Create()
    $shell.RunspacePool = $Pool
    $null = $shell.AddScript($Script).AddArgument($State).AddArgument($Order)
    return @{ Shell = $shell; Run = $shell.BeginInvoke(); State = $State }
}

# Ends work that takes too long. Its runspace may hang in a call to a computer that is gone: it is not waited for.
function Stop-FanOutWork([hashtable] $Work) {
    if (-not $Work.Run.IsCompleted) { $null = $Work.Shell.BeginStop($null, $null) }
}

# Whether a computer still has something of ours, and was not tried in vain.
function Test-FanOutRest([hashtable] $State) {
    return -not $State.IsRemoved -and -not $State['IsGivenUp'] -and $State.Session -and ($State.RemoteFolder -or $State.IsOwn)
}

# Begins to remove what one computer still has, beside all other work: a computer that hangs there lets no other wait.
function Start-FanOutRemoval([hashtable] $State, [hashtable] $Order) {
    $removal = @{ State = $State; Clock = [System.Diagnostics.Stopwatch]::StartNew(); Work = $null; Pool = $null }
    if (-not (Test-FanOutRest $State)) { return $removal }
    $removal.Pool = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspacePool(1, 1)
    $removal.Pool.Open()
    $removal.Work = Start-FanOutWork $removal.Pool $script:FanOutRemover -State $State -Order $Order
    return $removal
}

# Whether a removal has ended, by itself or because its time is over.
function Test-FanOutRemoval([hashtable] $Removal, [int] $Seconds) {
    $work = $Removal.Work
    if (-not $work) { return $true }
    if ($work.Run.IsCompleted) {
        $work.Shell.Dispose()
        $Removal.Pool.Dispose()
        return $true
    }
    if ($Removal.Clock.Elapsed.TotalSeconds -lt $Seconds) { return $false }
    $Removal.State['IsGivenUp'] = $true
    if (-not $Removal.State.RemoveMessage) { $Removal.State.RemoveMessage = "It did not answer within $Seconds seconds." }
    # Its pool is left to it: closing one waits for what hangs in it.
    Stop-FanOutWork $work
    return $true
}

# Removes what computers still have, and gives that some seconds.
function Remove-FanOutRest([System.Collections.IEnumerable] $States, [hashtable] $Order, [int] $Seconds) {
    $left = @($States | Where-Object { Test-FanOutRest $_ })
    if ($left.Count -eq 0) { return }
    $pool = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspacePool(1, [Math]::Min(32, $left.Count))
    $pool.Open()
    $works = @(foreach ($state in $left) { Start-FanOutWork $pool $script:FanOutRemover -State $state -Order $Order })
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    while (@($works | Where-Object { -not $_.Run.IsCompleted }).Count -gt 0 -and $clock.Elapsed.TotalSeconds -lt $Seconds) { [System.Threading.Thread]::Sleep(20) }
    foreach ($work in $works) { Stop-FanOutWork $work }
    # Closing a pool waits for what hangs in it.
    if (@($works | Where-Object { -not $_.Run.IsCompleted }).Count -eq 0) { $pool.Dispose() }
}

# The error of a computer that gave no set, or nothing where all is well.
function Get-FanOutError([hashtable] $State, [double] $TimeLimit) {
    $name = $State.Name
    if ($State.IsLate) {
        return New-KernelTriageErrorRecord 'ComputerTimedOut' "$name did not finish within $TimeLimit seconds; it was at: $($State.Stage)." -Target $name
    }
    if ($State.Stage -ne 'Done') {
        $code = if ($State.Code) { $State.Code } elseif ($State.Stage -in 'Connect', 'Prepare') { 'ComputerUnreachable' } elseif ($State.Stage -eq 'Copy' -or $State.Stage -eq 'CopyModule') { 'ComputerUnreachable' } else { 'RemoteCaptureFailed' }
        return New-KernelTriageErrorRecord $code "${name}: $($State.Message)" -Target $name
    }
    if (@($State.Files).Count -gt 0 -or $State.Listed -eq 0 -and -not (Test-FanOutProblem $State)) { return }
    $first = @($State.Problems)[0]
    $text = if ($first) { "$($first.Code): $($first.Message)" } else { 'no dump was made.' }
    return New-KernelTriageErrorRecord 'RemoteCaptureFailed' "${name}: $text" -Target $name
}

# Whether the listing failed for another reason than that no process has the name.
function Test-FanOutProblem([hashtable] $State) {
    return @($State.Problems | Where-Object { $_.Code -ne 'ProcessNotFound' }).Count -gt 0
}

# What became of one computer, as an object.
function ConvertTo-ComputerCapture([hashtable] $State, [System.Management.Automation.ErrorRecord] $Failure) {
    $files = @($State.Files | Where-Object { $_ })
    $status = if ($Failure) { 'Failed' } elseif ($files.Count -eq 0) { 'NothingToCapture' } else { 'Captured' }
    $record = [pscustomobject] @{
        ComputerName = $State.Name
        Status = $status
        # An `if` without a result gives no $null: it comes out of a session as an object that counts as true.
        ErrorCode = $(if ($Failure) { "$($Failure.FullyQualifiedErrorId)".Split(',')[0] } else { $null })
        ThreadCount = [int] $State.Listed
        CapturedCount = [int] $State.Captured
        Path = $(if ($files.Count -gt 0) { $State.LocalFolder } else { $null })
        Files = New-TextList $files
        Problems = New-TextList @($State.Problems | Where-Object { $_ } | ForEach-Object { "$($_.Code): $($_.Message)" })
        IsRemoved = [bool] ($State.IsRemoved -or -not $State.RemoteFolder)
        ElapsedMs = $(if ($State.Clock) { [long] $State.Clock.ElapsedMilliseconds } else { 0 })
    }
    $record.PSTypeNames.Insert(0, 'KernelTriage.Record')
    $record.PSTypeNames.Insert(0, 'KernelTriage.ComputerCapture')
    return $record
}
