# Generated from src/contract/harmless.ts by `npm run generate`. Do not edit.
# Texts, and anything else as text, with visible escapes in place of what a terminal would obey.
function ConvertTo-HarmlessText {
    param([object] $Value)
    foreach ($item in $Value) {
        # Numbers and times keep their type, by which PowerShell draws them.
        if ($null -eq $item -or $item -is [valuetype]) { $item; continue }
        $text = "$item"
        # An object inside another that has no name of its own.
        if ($item -is [System.Management.Automation.PSCustomObject]) { $text = $text -replace '^@\{(.*)\}$', '$1' }
        if ($text -cnotmatch '[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]') { $text; continue }
        -join $(foreach ($character in $text.ToCharArray()) {
            $code = [int] $character
            if ("$character" -cnotmatch '[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]') { $character }
            elseif ($code -lt 256) { '\x{0:x2}' -f $code }
            else { '\u{0:x4}' -f $code }
        })
    }
}
