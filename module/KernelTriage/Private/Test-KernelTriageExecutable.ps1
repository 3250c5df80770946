# What this process has found to be trusted: hashing 90 MB for every command, runspace and thread job would be felt. It is remembered in
# the process and nowhere else: code that can change it could start any program itself.
function Get-TrustedStampName([string] $Path) { return "KernelTriage.Trusted:$Path" }

# Changes with the file, and with the hashes that it may have.
function Get-ExecutableStamp([string] $Path, [string[]] $Hash) {
    $file = [System.IO.FileInfo]::new($Path)
    return "$Hash $($file.Length) $($file.LastWriteTimeUtc.Ticks) $($file.CreationTimeUtc.Ticks)"
}

# Whether a file is an executable that this module was built with: there is one for each processor. A module without
# hashes, which is how its tests build it, takes any.
function Test-KernelTriageExecutable([string] $Path) {
    $expected = $script:ExecutableHash[[System.IO.Path]::GetFileName($Path)]
    if (-not $expected) { return $true }
    $name = Get-TrustedStampName $Path
    $stamp = Get-ExecutableStamp $Path -Hash $expected
    if ([System.AppDomain]::CurrentDomain.GetData($name) -ceq $stamp) { return $true }
    $algorithm = [System.Security.Cryptography.SHA256]::Create()
    try {
        $stream = [System.IO.File]::OpenRead($Path)
        try { $hash = [System.BitConverter]::ToString($algorithm.ComputeHash($stream)).Replace('-', '') }
        finally { $stream.Dispose() }
    }
    finally { $algorithm.Dispose() }
    if ($expected -cnotcontains $hash) { return $false }
    [System.AppDomain]::CurrentDomain.SetData($name, $stamp)
    return $true
}
