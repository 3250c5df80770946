# Adds an object to one side of a comparison: a dump, or a thread that a dump holds. A live object has nothing of the past.
function Add-ComparisonSource([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Item, [string] $Parameter) {
    $isText = $Item.PSObject.BaseObject -is [string]
    if (-not $isText -and -not (Get-OptionalProperty $Item 'Path') -and -not (Get-OptionalProperty $Item 'FullName')) {
        $Selection['HasRefused'] = $true
        $text = "$(Get-ObjectName $Item) is no dump and no thread of a dump, so -$Parameter does not take it."
        $advice = 'Capture with New-TriageDump, whose dumps and manifest keep what is compared; -Live looks at their threads again.'
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice $advice))
        return
    }
    Add-StackSource $Cmdlet $Selection -Item $Item
}

# Lets the threads of a comparison pass, or its summaries. The text of a summary is a verbose message otherwise.
function Select-ComparisonRecord([System.Management.Automation.PSCmdlet] $Cmdlet, [switch] $Summary) {
    process {
        $isSummary = $_.PSObject.TypeNames[0] -eq 'KernelTriage.ComparisonSummary'
        if ($isSummary -eq [bool] $Summary) { return $_ }
        if ($isSummary) { Write-ModuleVerbose $Cmdlet (ConvertTo-HarmlessText $_.Headline) }
    }
}
