# A request as one line of JSON. Requests hold texts, numbers, truth values, lists and tables alone, some four levels deep.
function ConvertTo-JsonText([System.Collections.IDictionary] $Value) {
    # Module-qualified, so that a proxy function of the user is not called.
    return Microsoft.PowerShell.Utility\ConvertTo-Json -InputObject $Value -Compress -Depth 8
}
