# The package for the PowerShell Gallery, installed as Install-PSResource 1.1 does with a package from a folder: unpacked with the ZipFile
# classes of .NET, without the parts that are the package's own, into <modules>/<name>/<version>. Prepared by test/build/package/gallery.test.ts.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $facts = Get-Prepared
    $installed = [System.IO.Path]::Combine($facts.modules, 'KernelTriage', $facts.version)
    $null = [System.Reflection.Assembly]::Load('System.IO.Compression.FileSystem, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089')
    [System.IO.Compression.ZipFile]::ExtractToDirectory($facts.package, $installed)
    # Each has to be there; a name that begins with a dot is hidden.
    foreach ($name in 'KernelTriage.nuspec', '_rels', '[Content_Types].xml') { Remove-Item -LiteralPath ([System.IO.Path]::Combine($installed, $name)) -Recurse -Force }

    function Invoke-WithModules([string] $Script) {
        $before = $env:PSModulePath
        $env:PSModulePath = $facts.modules + [System.IO.Path]::PathSeparator + $before
        try { Invoke-Script $Script -NoModule } finally { $env:PSModulePath = $before }
    }
}

Describe 'The gallery package' -Tag Prepared {
    It 'the gallery package leaves the module and nothing else' {
        Get-FileName $installed -Below | Should -BeExactly $facts.files
    }

    It 'the gallery package, which is for Windows, names on Linux what brings the executable, in a line for the shell that does' -Skip:(Test-Windows) {
        $run = Invoke-WithModules 'Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock'
        $run.Error.FullyQualifiedErrorId | Should -BeExactly 'ExecutableNotFound,Get-KernelThread'
        $run.Error[0].ErrorDetails.RecommendedAction -match ': (unzip .*)$' | Should -BeTrue
        $line = $Matches[1]
        $line | Should -BeLike "*$([System.IO.Path]::GetFileName($facts.linux))*$installed*"
        & sh -c "cd '$([System.IO.Path]::GetDirectoryName($facts.linux))' && exec $line" | Out-Null
        $LASTEXITCODE | Should -Be 0
    }

    It 'the gallery package is found by name, and by the name of a command, and starts its own executable, which it has checked' {
        $run = Invoke-WithModules {
            (Get-Module -ListAvailable -Name KernelTriage).Version.ToString()
            @(Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock).Count
            $module = Get-Module KernelTriage
            $module.ModuleBase
            & $module {
                $program = if ([System.Environment]::OSVersion.Platform -eq 'Win32NT') { 'ktriage.exe' } else { 'ktriage' }
                $script:ExecutableHash.Count
                $null -ne [System.AppDomain]::CurrentDomain.GetData((Get-TrustedStampName ([System.IO.Path]::Combine($script:ExecutableFolder, $program))))
            }
        }
        $run.Error | Should -HaveCount 0
        $run.Output | Should -BeExactly @($facts.version, 300, $installed, 2, $true)
    }

    It 'the gallery package has a manifest that the engine finds valid, and that names every file' {
        $manifest = Test-ModuleManifest ([System.IO.Path]::Combine($installed, 'KernelTriage.psd1')) -WarningVariable warnings
        $warnings | Should -HaveCount 0
        $names = [string[]] @(foreach ($file in $manifest.FileList) { [System.IO.Path]::GetFullPath($file).Substring($manifest.ModuleBase.Length + 1).Replace('\', '/') })
        [array]::Sort($names, [System.StringComparer]::Ordinal)
        $names | Should -BeExactly $facts.files
    }

    It 'the gallery package is published, saved, installed, updated and uninstalled by PSResourceGet' -Skip:(-not (Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet)) {
        # Where these are not there, they have no name, and files for them would go into the working directory.
        foreach ($folder in 'LocalApplicationData', 'ApplicationData') { $null = [System.Environment]::GetFolderPath($folder, 'Create') }
        Import-Module Microsoft.PowerShell.PSResourceGet
        $gallery = New-Folder
        $quiet = @{ Repository = 'ktriage-test'; TrustRepository = $true }
        $versions = { @(Get-InstalledPSResource -Name KernelTriage -ErrorAction SilentlyContinue | ForEach-Object { "$($_.Version)" }) }
        # An earlier run may have been ended before its end.
        if (& $versions) { Uninstall-PSResource -Name KernelTriage -Version '*' }
        Register-PSResourceRepository -Name $quiet.Repository -Uri $gallery -Trusted -Force
        try {
            Publish-PSResource -NupkgPath $facts.package -Repository $quiet.Repository
            $saved = New-Folder
            Save-PSResource -Name KernelTriage -Path $saved @quiet
            $names = Get-FileName ([System.IO.Path]::Combine($saved, 'KernelTriage', $facts.version)) -Below
            @($names -ne 'PSGetModuleInfo.xml') | Should -BeExactly $facts.files
            Install-PSResource -Name KernelTriage @quiet
            & $versions | Should -Be @($facts.version)
            Publish-PSResource -NupkgPath $facts.newer.package -Repository $quiet.Repository
            Update-PSResource -Name KernelTriage @quiet
            & $versions | Sort-Object | Should -Be @($facts.version, $facts.newer.version | Sort-Object)
            Uninstall-PSResource -Name KernelTriage -Version '*'
            & $versions | Should -HaveCount 0
        }
        finally { Unregister-PSResourceRepository -Name $quiet.Repository }
    }

    It 'the gallery package gives way to a newer version beside it, and comes back when that is gone' {
        $newer = [System.IO.Path]::Combine($facts.modules, 'KernelTriage', $facts.newer.version)
        $kind = if (Test-Windows) { 'Junction' } else { 'SymbolicLink' }
        $null = New-Item -ItemType $kind -Path $newer -Target $facts.newer.module
        $load = '@(Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock).Count; "$((Get-Module KernelTriage).Version)"'
        (Invoke-WithModules $load).Output | Should -BeExactly @(300, $facts.newer.version)
        # The link alone.
        [System.IO.Directory]::Delete($newer)
        (Invoke-WithModules $load).Output | Should -BeExactly @(300, $facts.version)
    }
}
