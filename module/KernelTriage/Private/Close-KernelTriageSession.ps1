# Ends the child whatever state it is in, and waits for that. Closing its input asks it to cancel and to leave nothing
# half-written; its output is read on meanwhile, because a child that cannot write cannot end either.
function Close-KernelTriageSession([hashtable] $Session, [int] $GraceSeconds) {
    $process = $Session.Process
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    try {
        try { $process.StandardInput.BaseStream.Close() }
        catch [System.IO.IOException] { $null = $_ }
        while (-not $process.HasExited -and $clock.Elapsed.TotalSeconds -lt $GraceSeconds) {
            if (-not $Session.Pending) { $Session.Pending = $Session.Reader.ReadAsync($Session.Buffer, 0, $Session.Buffer.Length) }
            if ($Session.Pending.Wait(20)) {
                if ($Session.Pending.Result -eq 0) { $null = $process.WaitForExit(20) }
                $Session.Pending = $null
            }
        }
        if (-not $process.HasExited) {
            $process.Kill()
            $null = $process.WaitForExit(5000)
        }
    }
    finally { $process.Dispose() }
}
