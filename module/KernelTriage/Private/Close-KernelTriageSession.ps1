# Ends the child whatever state it is in, and waits for that. Closing its input asks it to cancel and to leave nothing
# half-written; its output is read on meanwhile, because a child that cannot write cannot end either. Returns what it wrote since
# the last whole line that was read.
function Close-KernelTriageSession([hashtable] $Session, [int] $GraceSeconds) {
    $process = $Session.Process
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $late = $Session.Rest
    $hasMore = -not $Session.HasEnd
    try {
        try { $process.StandardInput.BaseStream.Close() }
        catch [System.IO.IOException] { $null = $_ }
        # Its output ends after it, so what it wrote last is read as well.
        while (($hasMore -or -not $process.HasExited) -and $clock.Elapsed.TotalSeconds -lt $GraceSeconds) {
            if (-not $hasMore) { $null = $process.WaitForExit(20); continue }
            if (-not $Session.Pending) { $Session.Pending = $Session.Reader.ReadAsync($Session.Buffer, 0, $Session.Buffer.Length) }
            if ($Session.Pending.Wait(20)) {
                $count = $Session.Pending.Result
                $Session.Pending = $null
                if ($count -eq 0) { $hasMore = $false }
                else { $null = $late.Append($Session.Buffer, 0, $count) }
            }
        }
        if (-not $process.HasExited) {
            $process.Kill()
            $null = $process.WaitForExit(5000)
        }
    }
    finally { $process.Dispose() }
    return $late.ToString()
}
