# Adds an object that is written as it is: a stack, the stacks of a group, or a cause. False for anything else. Objects that came back
# from a remote session are bags of properties, so the properties count and not the type.
function Add-ExportRecord([System.Collections.IList] $Records, [psobject] $Item) {
    $properties = $Item.PSObject.Properties
    if ($null -ne $properties['Frames'] -and $null -ne $properties['ObjectAddress']) {
        $null = $Records.Add(@{ type = 'KernelStack'; value = $Item })
        return $true
    }
    if ($null -ne $properties['Headline'] -and $null -ne $properties['Links']) {
        $null = $Records.Add(@{ type = 'WaitChain'; value = $Item })
        return $true
    }
    if ($null -ne $properties['Overview'] -and $null -ne $properties['Threads']) {
        foreach ($stack in $Item.Threads) { $null = Add-ExportRecord $Records $stack }
        return $true
    }
    return $false
}
