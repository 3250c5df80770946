# The parameters of a watch as a request of ktriage; $null after an error. Both Watch-KernelThread and Register-KernelTriageWatch have
# these parameters.
function ConvertTo-WatchRequest([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.IDictionary] $Bound) {
    $request = @{}
    # Properties of the request, and the parameters that set them.
    $plain = @{
        names = 'Name'; services = 'ServiceName'; applicationPools = 'ApplicationPool'; forSeconds = 'For'; count = 'Count'
        waitReasons = 'WaitReason'; durationSeconds = 'Duration'; name = 'WatchName'; maxCaptures = 'MaxCaptures'; pauseSeconds = 'Pause'
        minFreeMemoryPercent = 'MinFreeMemoryPercent'; maxThreads = 'MaxThreads'; machine = 'Machine'
    }
    foreach ($property in $plain.Keys) { if ($Bound.ContainsKey($plain[$property])) { $request[$property] = $Bound[$plain[$property]] } }
    $switches = @{ once = 'Once'; capture = 'Capture'; eventLog = 'EventLog' }
    foreach ($property in $switches.Keys) { if ($Bound.ContainsKey($switches[$property]) -and $Bound[$switches[$property]]) { $request[$property] = $true } }
    if ($Bound.ContainsKey('Interval')) { $request['intervalMs'] = [int] ($Bound['Interval'] * 1000) }
    if ($Bound.ContainsKey('DiskBudget')) { $request['diskBudgetMiB'] = [int] [System.Math]::Floor($Bound['DiskBudget'] / 1MB) }
    if ($Bound.ContainsKey('SymbolPath')) { $request['symbolPath'] = Resolve-SymbolPath $Cmdlet $Bound['SymbolPath'] }
    $paths = @{ destination = 'Destination'; eventFile = 'EventFile' }
    foreach ($property in $paths.Keys) {
        if (-not $Bound.ContainsKey($paths[$property])) { continue }
        $path = Resolve-FilePath $Cmdlet $Bound[$paths[$property]]
        if (-not $path) { return }
        $request[$property] = $path
    }
    if ($Bound.ContainsKey('When')) {
        $scripts = @($Bound['When'] | Where-Object { $_ -is [scriptblock] })
        if ($scripts.Count -gt 1) {
            $text = 'A watch takes one script block.'
            $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target 'When' -Advice 'Join the conditions with -or.'))
            return
        }
        $request['conditions'] = @($Bound['When'] | ForEach-Object { if ($_ -is [scriptblock]) { 'Asked' } else { "$_" } })
    }
    return $request
}

# The answer of a script block to the threads of one look, as a line for ktriage.
function Get-WatchAnswer([psobject] $Sample, [scriptblock] $Condition) {
    $answer = [ordered] @{ poll = $Sample.Poll }
    try {
        $places = [System.Collections.Generic.List[int]]::new()
        for ($place = 0; $place -lt $Sample.Threads.Count; $place++) {
            $thread = $Sample.Threads[$place]
            $thread.PSTypeNames.Insert(0, 'KernelTriage.Thread')
            # As Where-Object gives it: in the scope of the script, with the thread as $_. More than one result, or one that is not false.
            $variables = [System.Collections.Generic.List[psvariable]]::new()
            $variables.Add([psvariable]::new('_', $thread))
            $result = $Condition.InvokeWithContext($null, $variables)
            if ([System.Management.Automation.LanguagePrimitives]::IsTrue($result)) { $places.Add($place) }
        }
        $answer['matched'] = $places.ToArray()
    }
    catch { $answer['error'] = "$($_.Exception.GetBaseException().Message)" }
    return ConvertTo-JsonText $answer
}
