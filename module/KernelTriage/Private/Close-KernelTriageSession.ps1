# Ends the child whatever state it is in, and waits for that. Closing its input asks it to cancel and to leave nothing
# half-written; its output is read on meanwhile, because a child that cannot write cannot end either. Returns what it wrote since
# the last whole line that was read, where the session keeps that.
function Close-KernelTriageSession([hashtable] $Session, [int] $GraceSeconds) {
    $process = $Session.Process
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $late = $Session.Rest
    $hasMore = -not $Session.HasEnd
    try {
        try { $process.StandardInput.BaseStream.Close() }
        catch [System.IO.IOException] { $null = $_ }
        # What it wrote last is read as well. A program that it started may hold its output open: so not for long.
        $sinceExit = $null
        while ($clock.Elapsed.TotalSeconds -lt $GraceSeconds) {
            if ($process.HasExited) {
                if (-not $hasMore) { break }
                if (-not $sinceExit) { $sinceExit = [System.Diagnostics.Stopwatch]::StartNew() }
                if ($sinceExit.ElapsedMilliseconds -gt 500) { break }
            }
            if (-not $hasMore) {
                $null = $process.WaitForExit(20)
                continue
            }
            if (-not $Session.Pending) { $Session.Pending = $Session.Reader.ReadAsync($Session.Buffer, 0, $Session.Buffer.Length) }
            if ($Session.Pending.Wait(20)) {
                $count = $Session.Pending.Result
                $Session.Pending = $null
                if ($count -eq 0) { $hasMore = $false }
                else {
                    if ($Session.KeepsLate) { $null = $late.Append($Session.Buffer, 0, $count) }
                    $sinceExit = $null
                }
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
