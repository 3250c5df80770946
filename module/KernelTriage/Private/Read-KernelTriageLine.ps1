# The next lines of the answer as one text without its last line end: as many as there are, as soon as there is one.
# $null at the end of the output.
function Read-KernelTriageLine([hashtable] $Session) {
    while ($true) {
        if (-not $Session.Pending) { $Session.Pending = $Session.Reader.ReadAsync($Session.Buffer, 0, $Session.Buffer.Length) }
        # A script can be stopped between two statements, not inside a .NET call: so no call may block for long.
        while (-not $Session.Pending.Wait(50)) { $null = $Session }
        $count = $Session.Pending.Result
        $Session.Pending = $null
        if ($count -eq 0) {
            $last = $Session.Rest.ToString()
            $null = $Session.Rest.Clear()
            if ($last) { return $last }
            return $null
        }
        $text = [string]::new($Session.Buffer, 0, $count)
        $end = $text.LastIndexOf([char] 10)
        if ($end -lt 0) {
            $null = $Session.Rest.Append($text)
            continue
        }
        $lines = $Session.Rest.Append($text, 0, $end).ToString()
        $null = $Session.Rest.Clear().Append($text, $end + 1, $text.Length - $end - 1)
        return $lines
    }
}
