@{
    RootModule = 'KernelTriageDsc.psm1'
    # The build puts the product's version here, and as the one that is required.
    ModuleVersion = '0.0.0'
    GUID = '0b9d2f6e-61ad-4f0c-9f0b-7c1f5a0d7f2e'
    Author = 'KernelTriage contributors'
    CompanyName = 'KernelTriage contributors'
    Copyright = '(c) KernelTriage contributors. MIT licence.'
    Description = 'The DSC resource of KernelTriage as a class, for Windows PowerShell and the adapters of DSC v3: the settings of Windows that decide whether crash dumps and live kernel dumps are written, and where.'
    PowerShellVersion = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    RequiredModules = @(@{ ModuleName = 'KernelTriage'; ModuleVersion = '0.0.0' })
    FunctionsToExport = @()
    CmdletsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
    DscResourcesToExport = @('KernelDumpReadiness')
    FileList = @()
    PrivateData = @{
        PSData = @{
            Tags = @('Windows', 'Kernel', 'Dump', 'DSC', 'DSCResource', 'Diagnostics', 'PSEdition_Desktop', 'PSEdition_Core')
            LicenseUri = 'https://opensource.org/licenses/MIT'
        }
    }
}
