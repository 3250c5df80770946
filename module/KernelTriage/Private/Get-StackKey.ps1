# Equal for equal stacks. For functions, the key that ktriage made; else made from the frames by the same rule: the frames
# of the capture and guesses do not count, unless there is nothing else.
function Get-StackKey([psobject] $Stack, [string] $By, [int] $Top) {
    if ($By -eq 'Symbol') { return "$($Stack.Key)" }
    $own = @(foreach ($frame in $Stack.Frames) { if (-not (Get-OptionalProperty $frame 'IsCapture')) { $frame } })
    $sure = @(foreach ($frame in $own) { if ($frame.FoundBy -ne 'Scan') { $frame } })
    if ($sure.Count -gt 1) { $own = $sure }
    if ($own.Count -eq 0) { return "($($Stack.End))" }
    $parts = [System.Collections.Generic.List[string]]::new()
    foreach ($frame in $own) {
        $module = Get-OptionalProperty $frame 'Module'
        $symbol = Get-OptionalProperty $frame 'Symbol'
        switch ($By) {
            'Address' { $parts.Add($frame.Address) }
            'Module' {
                $name = if ($module) { $module } else { $frame.Text }
                if ($parts.Count -eq 0 -or $parts[$parts.Count - 1] -ne $name) { $parts.Add($name) }
            }
            'Top' { if ($parts.Count -lt $Top) { $parts.Add($(if ($symbol) { "$module!$symbol" } else { $frame.Text })) } }
        }
    }
    return $parts -join "`n"
}
