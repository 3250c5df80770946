# What this process has found to be trusted: hashing 90 MB for every command, runspace and thread job would be felt. It is remembered in
# the process and nowhere else: code that can change it could start any program itself.
function Get-TrustedStampName([string] $Path) { return "KernelTriage.Trusted:$Path" }

# Changes with the file, and with the hashes that it may have.
function Get-ExecutableStamp([string] $Path, [string[]] $Hash) {
    $file = [System.IO.FileInfo]::new($Path)
    return "$Hash $($file.Length) $($file.LastWriteTimeUtc.Ticks) $($file.CreationTimeUtc.Ticks)"
}

# The SHA-256 of a file, as text. ComputeHash of a stream would read 4 KiB at a time.
function Get-Sha256([string] $Path) {
    # Where SHA256.Create gives managed code, as in Windows PowerShell, Windows has its own.
    $cng = if ($script:IsWindowsPowerShell) { 'System.Security.Cryptography.SHA256Cng' -as [type] }
    $algorithm = if ($null -ne $cng) { $cng::new() } else { [System.Security.Cryptography.SHA256]::Create() }
    try {
        $stream = [System.IO.FileStream]::new($Path, 'Open', 'Read', 'Read', 1, 'SequentialScan')
        try {
            $block = [byte[]]::new(1048576)
            while (($count = $stream.Read($block, 0, $block.Length)) -gt 0) { $null = $algorithm.TransformBlock($block, 0, $count, $null, 0) }
            $null = $algorithm.TransformFinalBlock($block, 0, 0)
            return [System.BitConverter]::ToString($algorithm.Hash).Replace('-', '')
        }
        finally { $stream.Dispose() }
    }
    finally { $algorithm.Dispose() }
}

# Whether a file is an executable that this module was built with: there is one for each processor. A module without
# hashes, which is how its tests build it, takes any.
function Test-KernelTriageExecutable([string] $Path) {
    $expected = $script:ExecutableHash[[System.IO.Path]::GetFileName($Path)]
    if (-not $expected) { return $true }
    $name = Get-TrustedStampName $Path
    $stamp = Get-ExecutableStamp $Path -Hash $expected
    if ([System.AppDomain]::CurrentDomain.GetData($name) -ceq $stamp) { return $true }
    if ($expected -cnotcontains (Get-Sha256 $Path)) { return $false }
    [System.AppDomain]::CurrentDomain.SetData($name, $stamp)
    return $true
}
