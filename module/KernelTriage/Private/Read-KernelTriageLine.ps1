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
        # Once its text is taken, the buffer is read into again, while the caller works on these lines. Each text is copied once: copies fill
        # the heap beside the objects that are made, and each collection of it walks all of these.
        $buffer, $rest = $Session.Buffer, $Session.Rest
        $end = [System.Array]::LastIndexOf($buffer, [char] 10, $count - 1)
        if ($end -lt 0) {
            $Session.Rest, $Session.Pending = $rest.Append($buffer, 0, $count), $Session.Reader.ReadAsync($buffer, 0, $buffer.Length)
            continue
        }
        $Session.InHand, $Session.Rest, $Session.Pending = $rest.Append($buffer, 0, $end).ToString(), $rest.Clear().Append($buffer, $end + 1, $count - $end - 1), $Session.Reader.ReadAsync($buffer, 0, $buffer.Length)
        return $Session.InHand
    }
}
