# Sends the request line. Standard input stays open: closing it means cancel.
function Send-KernelTriageRequest([hashtable] $Session, [string] $Json) {
    # Bytes, because the encoding of StandardInput cannot be set in Windows PowerShell.
    $bytes = [System.Text.UTF8Encoding]::new($false).GetBytes("$Json`n")
    $stream = $Session.Process.StandardInput.BaseStream
    try {
        $writing = $stream.WriteAsync($bytes, 0, $bytes.Length)
        while (-not $writing.Wait(50)) { $null = $writing }
        $stream.Flush()
    }
    catch {
        # A child that has ended already gives the reason on its output.
        if ($_.Exception.GetBaseException() -isnot [System.IO.IOException]) { throw }
    }
}
