# The length and the time of the executable that was hashed last: hashing 90 MB for every command would be felt.
$script:TrustedStamp = $null

# Whether a file is the executable that this module was built with. A module without hashes, which is how its tests build
# it, takes any.
function Test-KernelTriageExecutable([string] $Path) {
    $expected = $script:ExecutableHash[[System.IO.Path]::GetFileName($Path)]
    if (-not $expected) { return $true }
    $file = [System.IO.FileInfo]::new($Path)
    $stamp = "$Path $($file.Length) $($file.LastWriteTimeUtc.Ticks)"
    if ($script:TrustedStamp -ceq $stamp) { return $true }
    $algorithm = [System.Security.Cryptography.SHA256]::Create()
    try {
        $stream = [System.IO.File]::OpenRead($Path)
        try { $hash = [System.BitConverter]::ToString($algorithm.ComputeHash($stream)).Replace('-', '') }
        finally { $stream.Dispose() }
    }
    finally { $algorithm.Dispose() }
    if ($hash -cne $expected) { return $false }
    $script:TrustedStamp = $stamp
    return $true
}
