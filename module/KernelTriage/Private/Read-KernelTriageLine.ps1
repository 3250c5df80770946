# The next lines of the answer as one text without its last line end: as many as there are, as soon as there is one.
# $null at the end of the output. The caller clears InHand when it has the messages of these lines.
function Read-KernelTriageLine([hashtable] $Session) {
    while ($true) {
        if (-not $Session.Pending) { $Session.Pending = $Session.Reader.ReadAsync($Session.Buffer, 0, $Session.Buffer.Length) }
        # A script can be stopped between two statements, not inside a .NET call: so no call may block for long.
        while (-not $Session.Pending.Wait(50)) { $null = $Session }
        # A stop may come between any two statements, and each of these states holds all of the text exactly once: so text is
        # moved by one statement.
        $count = $Session.Pending.Result
        if ($count -eq 0) {
            $last = $Session.Rest.ToString()
            $Session.InHand, $Session.Rest, $Session.Pending = $last, [System.Text.StringBuilder]::new(), $null
            if ($last) { return $last }
            return $null
        }
        # Once its text is taken, the buffer is read into again, while the caller works on these lines.
        $text = [string]::new($Session.Buffer, 0, $count)
        $end = $text.LastIndexOf([char] 10)
        if ($end -lt 0) {
            $Session.Rest, $Session.Pending = $Session.Rest.Append($text), $Session.Reader.ReadAsync($Session.Buffer, 0, $Session.Buffer.Length)
            continue
        }
        $lines = $Session.Rest.ToString() + $text.Substring(0, $end)
        $rest = [System.Text.StringBuilder]::new($text.Substring($end + 1))
        $Session.InHand, $Session.Rest, $Session.Pending = $lines, $rest, $Session.Reader.ReadAsync($Session.Buffer, 0, $Session.Buffer.Length)
        return $lines
    }
}
